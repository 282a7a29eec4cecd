import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptNote, Hold, LevelChange, StockTable } from './stock-table.ts';

const { signal } = new AbortController();
const hold: Hold = { orderId: 'ORD/2026 #1', attempt: 2, quantity: 3, since: 1_764_338_400_123, part: false };
const other: Hold = { ...hold, attempt: 1, quantity: 1, part: true };
const still = { left: 0, sold: 0, turns: false } as const;
const take = (of: Hold, turn = 1): LevelChange => ({ ...still, turn, add: of, left: -of.quantity });

/** What every table of stock does. `make` gives one that nobody has written to, or a name that nobody has used before. */
export function stockTableContract(
  name: string,
  make: () => { readonly table: StockTable; readonly unused: string },
): void {
  describe(`${name} keeps the contract of a table of stock`, () => {
    let table: StockTable;
    let sku: string;
    beforeEach(() => {
      ({ table, unused: sku } = make());
    });

    const level = async () => {
      const found = await table.level(sku, signal);
      return found.answer === 'found' ? found.item : found.answer;
    };
    const begun = async (left = 5) => table.begin(sku, left, signal);
    const change = async (of: LevelChange) => (await table.change(sku, of, signal)).answer;

    it('has nothing of a product or an attempt that nobody wrote, and changes nothing of it', async () => {
      expect(await level()).toBe('nothing');
      expect(await table.note(sku, signal)).toEqual({ answer: 'nothing' });
      expect(await change(take(hold))).toBe('changed');
      expect(await level()).toBe('nothing');
    });

    it('begins a product once', async () => {
      expect(await begun()).toEqual({ answer: 'written' });
      expect(await begun(9)).toEqual({ answer: 'changed' });
      expect(await level()).toEqual({ sku, left: 5, sold: 0, turn: 1, holds: [] });
    });

    it('holds pieces for several attempts, and gives each hold back as it was written', async () => {
      await begun();
      expect(await change(take(hold))).toBe('written');
      expect(await change(take(other))).toBe('written');
      expect(await level()).toMatchObject({ left: 1, turn: 1, holds: expect.arrayContaining([hold, other]) });
    });

    it.each<[what: string, LevelChange]>([
      ['more than is left', take({ ...other, quantity: 3 })],
      ['in another turn', take(other, 2)],
      ['a second time for an attempt', take({ ...hold, quantity: 1 })],
      ['where a hold must be there that is not', { ...take(other), present: [{ ...hold, orderId: 'another' }] }],
      ['where a hold must not be there that is', { ...take(other), absent: [hold] }],
      ['and drops none that is not there', { ...still, drop: [hold, other] }],
    ])('holds nothing %s', async (_, refused) => {
      await begun();
      await change(take(hold));
      const before = await level();
      expect(await change(refused)).toBe('changed');
      expect(await level()).toEqual(before);
    });

    it('moves the pieces of many holds in one write, and begins another turn', async () => {
      const many = Array.from({ length: 50 }, (_, index) => ({ ...hold, orderId: `${index}`, quantity: 1 }));
      await begun(60);
      for (const one of many) expect(await change(take(one))).toBe('written');
      expect(await change({ turn: 1, drop: many, left: 20, sold: 30, turns: true })).toBe('written');
      expect(await level()).toEqual({ sku, left: 30, sold: 30, turn: 2, holds: [] });
    });

    it('lets through as many of those who ask at once as there are pieces', async () => {
      await begun(7);
      const asked = Array.from({ length: 16 }, (_, index) => change(take({ ...other, orderId: `${index}` })));
      const answers = await Promise.all(asked);
      expect(answers.filter((answer) => answer === 'written')).toHaveLength(7);
      expect(await level()).toMatchObject({ left: 0, turn: 1 });
    });

    it('writes a note over the one that was found, and over no other', async () => {
      const note: AttemptNote = { status: 'held', revision: 1 };
      const next: AttemptNote = { status: 'released', revision: 2, reasons: ['Tea: 2 of 5 left', 'é 山'] };
      expect(await table.writeNote(sku, note, undefined, signal)).toEqual({ answer: 'written' });
      expect(await table.writeNote(sku, next, undefined, signal)).toEqual({ answer: 'changed' });
      expect(await table.writeNote(sku, next, note, signal)).toEqual({ answer: 'written' });
      expect(await table.writeNote(sku, note, note, signal)).toEqual({ answer: 'changed' });
      expect(await table.note(sku, signal)).toEqual({ answer: 'found', item: next });
    });
  });
}

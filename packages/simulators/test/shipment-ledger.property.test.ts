import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarrierEntry } from '../src/carrier/shipment-row.ts';
import { memoryStore } from '../src/ledger/memory-store.ts';
import { sqliteStore } from '../src/ledger/sqlite-store.ts';
import { temporaryLedgerFile } from '../src/testing/temporary-ledger-file.ts';
import { carrierEvent, carrierWorld, keysLiveMs } from './carrier-world.ts';

type Effect = Extract<CarrierEntry, { kind: 'effect' }>;
const events = fc.array(carrierEvent, { maxLength: 40 });

/** `pnpm test:long` tries ten times as many. */
const times = Number(process.env['TIMES'] ?? 1);

describe('the ledger of the carrier, whatever happens', () => {
  it('books once a living key, cancels nothing that has left, and keeps what it ended', () => {
    fc.assert(
      fc.property(events, (events) => {
        const world = carrierWorld(memoryStore);
        for (const event of events) world.happen(event);
        world.clock.advance(20_000);
        const { journal, history } = world.state();
        const effects = journal.filter((entry) => entry.kind === 'effect');
        for (const { shipmentId, status } of history) {
          const its = effects.filter(({ id }) => id === shipmentId);
          expectSoundShipment(its);
          expect(its.at(-1)?.effect).toBe(status);
        }
        for (const key of new Set(effects.map((effect) => effect.key)))
          expectSoundKey(effects.filter((effect) => effect.key === key));
        expect(world.book().shipments()).toHaveLength(effects.filter(({ effect }) => effect === 'departed').length);
        expect(JSON.stringify(journal)).not.toContain('Ada');
      }),
      { numRuns: 500 * times },
    );
  });

  it('is the same in memory and in a file that is closed and opened again at any time', () => {
    const reopening = fc.array(fc.tuple(carrierEvent, fc.boolean()), { maxLength: 25 });
    fc.assert(
      fc.property(reopening, (events) => {
        const { ledgerFile, remove } = temporaryLedgerFile();
        const memory = carrierWorld(memoryStore);
        const file = carrierWorld(() => sqliteStore(ledgerFile, 'shipment'));
        try {
          for (const [event, reopen] of events) {
            expect(file.happen(event)).toEqual(memory.happen(event));
            if (reopen) file.reopen();
          }
          expect(file.state()).toEqual(memory.state());
        } finally {
          file.close();
          remove();
        }
      }),
      { numRuns: 25 * times },
    );
  });
});

/** Of one shipment: a parcel leaves or is cancelled, never both, and what did not come about stays so. */
function expectSoundShipment(effects: readonly Effect[]): void {
  const [first, second, ...more] = effects.map(({ effect }) => effect);
  expect(['booked', 'refused', 'blocked']).toContain(first);
  if (second !== undefined)
    expect([first, second]).toEqual(['booked', expect.stringMatching(/^(departed|cancelled)$/)]);
  expect(more).toEqual([]);
}

/** Of one key: another shipment comes only after the key was forgotten, and never after one that was undone; a block also after one that was refused. */
function expectSoundKey(effects: readonly Effect[]): void {
  const begun = effects.filter(({ id }, index) => effects.findIndex((other) => other.id === id) === index);
  for (const [index, { at, effect, id }] of begun.entries()) {
    const before = begun[index - 1];
    if (!before) continue;
    if (effect !== 'blocked' || before.effect !== 'refused')
      expect(Date.parse(at) - Date.parse(before.at)).toBeGreaterThanOrEqual(keysLiveMs);
    const earlier = effects.slice(
      0,
      effects.findIndex((other) => other.id === id),
    );
    expect(earlier.filter((each) => ['blocked', 'cancelled', 'departed'].includes(each.effect))).toEqual([]);
  }
}

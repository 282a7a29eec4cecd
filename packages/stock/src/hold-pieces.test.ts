import { describe, expect, it } from 'vitest';
import { aStock, needsOf } from '../test/a-stock.ts';
import { holdPieces } from './hold-pieces.ts';
import { releasePieces } from './release-pieces.ts';

const short = (...reasons: string[]) => ({ kind: 'failure', failure: { name: 'StockShort', reasons } });
const held = { kind: 'receipt', receipt: { status: 'reserved' } };
const day = 24 * 60 * 60 * 1000;

describe(holdPieces, () => {
  it('holds the pieces of an order once, however often it is asked, and says under which key', async () => {
    const { ports, level } = await aStock({ TEA: 5, CUP: 2 });
    const needs = needsOf('7', { TEA: 3, CUP: 2 });
    const receipt = { status: 'reserved', reference: 'order-7-stock', reservedAt: '2026-03-02T10:00:00.000Z' };
    for (let times = 0; times < 3; times++)
      expect(await holdPieces(needs, ports)).toEqual({ kind: 'receipt', receipt });
    expect(await level('TEA')).toEqual({ left: 2, sold: 0, held: ['3 for 7.1'] });
    expect(await level('CUP')).toEqual({ left: 0, sold: 0, held: ['2 for 7.1'] });
  });

  it('holds all lines or none, and says of each that is short what is left of it', async () => {
    const { ports, level } = await aStock({ TEA: 5, CUP: 2, POT: 0 });
    const decision = await holdPieces(needsOf('7', { TEA: 3, CUP: 5, POT: 1, JAM: 1 }), ports);
    expect(decision).toMatchObject(
      short('A CUP (CUP): 2 of 5 left', 'A JAM (JAM) is out of stock', 'A POT (POT) is out of stock'),
    );
    expect(await level('TEA')).toEqual({ left: 5, sold: 0, held: [] });
    expect(await level('CUP')).toEqual({ left: 2, sold: 0, held: [] });
  });

  it('gives back what it got when another order is faster with the rest', async () => {
    const { ports, level } = await aStock({ CUP: 1, TEA: 1 });
    const table: typeof ports.table = {
      ...ports.table,
      async change(sku, ...asked) {
        if (sku === 'TEA') await holdPieces(needsOf('8', { TEA: 1 }), ports);
        return ports.table.change(sku, ...asked);
      },
    };
    const decision = await holdPieces(needsOf('7', { CUP: 1, TEA: 1 }), { ...ports, table });
    expect(decision).toMatchObject(short('A TEA (TEA) is out of stock'));
    expect(await level('CUP')).toEqual({ left: 1, sold: 0, held: [] });
  });

  it('repeats its rejection, though there is enough again: the customer was told', async () => {
    const { ports, stands } = await aStock({ TEA: 1 });
    await holdPieces(needsOf('7', { TEA: 1 }), ports);
    const again = () => holdPieces(needsOf('8', { TEA: 1 }), ports);
    expect(await again()).toMatchObject(short('A TEA (TEA) is out of stock'));
    await releasePieces(needsOf('7', { TEA: 1 }), ports);
    stands('7', 'nothing-held');
    expect(await again()).toMatchObject(short('A TEA (TEA) is out of stock'));
    expect(await holdPieces(needsOf('8', { TEA: 1 }, 2), ports)).toMatchObject(held);
  });

  it('lets one of two carts have the last piece, whoever asks at the same time', async () => {
    const { ports, level } = await aStock({ TEA: 1 });
    const decisions = await Promise.all(['7', '8'].map((id) => holdPieces(needsOf(id, { TEA: 1 }), ports)));
    expect(decisions.map(({ kind }) => kind).sort()).toEqual(['failure', 'receipt']);
    expect(await level('TEA')).toMatchObject({ left: 0, held: [expect.stringMatching(/^1 for/)] });
  });

  it('gives the last piece to whoever needs it, where an attempt ended with nothing held and did not give it back', async () => {
    const { ports, level, stands, passes } = await aStock({ TEA: 1 });
    await holdPieces(needsOf('7', { TEA: 1 }), ports);
    stands('7', 'nothing-held');
    passes(day);
    expect(await holdPieces(needsOf('8', { TEA: 1 }), ports)).toMatchObject(held);
    expect(await level('TEA')).toEqual({ left: 0, sold: 0, held: ['1 for 8.1'] });
    // Under its key nothing can be held any more.
    expect(await holdPieces(needsOf('7', { TEA: 1 }), ports)).toMatchObject(short(expect.stringMatching('cancelled')));
  });

  it('never gives away an old reservation of a transfer that is still pending, nor of an order that nobody knows', async () => {
    const { ports, level, asked, passes } = await aStock({ TEA: 1 });
    await holdPieces(needsOf('7', { TEA: 1 }, 3), ports);
    passes(400 * day);
    expect(await holdPieces(needsOf('8', { TEA: 1 }), ports)).toMatchObject(short('A TEA (TEA) is out of stock'));
    expect(asked).toEqual(['7.3']);
    expect(await level('TEA')).toEqual({ left: 0, sold: 0, held: ['1 for 7.3'] });
  });

  it('takes what is held for a fulfilled order for sold, and for nothing else', async () => {
    const { ports, level, stands, passes } = await aStock({ TEA: 2 });
    await holdPieces(needsOf('7', { TEA: 1 }), ports);
    await holdPieces(needsOf('8', { TEA: 1 }), ports);
    stands('7', 'fulfilled');
    passes(day);
    expect(await holdPieces(needsOf('9', { TEA: 1 }), ports)).toMatchObject(short('A TEA (TEA) is out of stock'));
    expect(await level('TEA')).toEqual({ left: 0, sold: 1, held: ['1 for 8.1'] });
    expect(await holdPieces(needsOf('7', { TEA: 1 }), ports)).toMatchObject(held);
    expect(await level('TEA')).toMatchObject({ left: 0, sold: 1 });
  });

  it('asks after no hold that is a minute old where there is enough, and after none that is younger where there is not', async () => {
    const { ports, asked, passes } = await aStock({ TEA: 3 });
    await holdPieces(needsOf('7', { TEA: 1 }), ports);
    passes(60_000);
    await holdPieces(needsOf('8', { TEA: 1 }), ports);
    expect(asked).toEqual([]);
    await holdPieces(needsOf('9', { TEA: 2 }), ports);
    expect(asked).toEqual(['7.1']);
  });

  it('asks after one hold that is a day old, although there is enough, so that none is forgotten where few buy', async () => {
    const { ports, asked, level, stands, passes } = await aStock({ TEA: 9 });
    await holdPieces(needsOf('7', { TEA: 1 }), ports);
    stands('7', 'fulfilled');
    passes(day);
    await holdPieces(needsOf('8', { TEA: 1 }), ports);
    expect(asked).toEqual(['7.1']);
    expect(await level('TEA')).toEqual({ left: 7, sold: 1, held: ['1 for 8.1'] });
  });

  it('tells of a hold whose order ended with nothing held and was not undone, once, and of no other', async () => {
    const { ports, level, stands, passes } = await aStock({ TEA: 9 });
    let heard = 0;
    const listening = { ...ports, onHeldAfterEnd: () => void heard++ };
    for (const id of ['undone', 'fulfilled', 'open', 'forgotten']) await holdPieces(needsOf(id, { TEA: 2 }), listening);
    await releasePieces(needsOf('undone', { TEA: 2 }), ports);
    for (const id of ['undone', 'forgotten']) stands(id, 'nothing-held');
    stands('fulfilled', 'fulfilled');
    passes(day);
    for (const id of ['9', '10', '11']) await holdPieces(needsOf(id, { TEA: 6 }), listening);
    expect(heard).toBe(1);
    expect(await level('TEA')).toEqual({ left: 5, sold: 2, held: ['2 for open.1'] });
  });

  it('keeps holds of fulfilled orders from piling up on a product: they are sold on the way, many in one write', async () => {
    const { ports, level, stands, passes } = await aStock({ TEA: 1000 });
    for (let id = 0; id < 200; id++) {
      await holdPieces(needsOf(`${id}`, { TEA: 1 }), ports);
      stands(`${id}`, 'fulfilled');
      passes(60_000);
    }
    const { left, sold, held: holds } = await level('TEA');
    expect(holds.length).toBeLessThan(60);
    expect([left, sold + holds.length]).toEqual([800, 200]);
  });

  it('turns nobody away while another order, of several products, may still give a piece back', async () => {
    const { ports } = await aStock({ TEA: 1, CUP: 1 });
    const add = { orderId: '7', attempt: 1, quantity: 1, since: 0, part: true };
    await ports.table.change('CUP', { add, left: -1, sold: 0, turns: false }, ports.signal);
    const undecided = await holdPieces(needsOf('8', { CUP: 1 }), ports);
    expect(undecided).toMatchObject({ failure: { name: 'StockUnavailable', message: expect.stringMatching('CUP') } });
    expect(await holdPieces(needsOf('7', { TEA: 1, CUP: 1 }), ports)).toMatchObject(held);
    expect(await holdPieces(needsOf('8', { CUP: 1 }), ports)).toMatchObject(short('A CUP (CUP) is out of stock'));
  });

  it('says that it may be asked again when the table or the order store is not there', async () => {
    const { ports, passes } = await aStock({ TEA: 1 });
    const away = async () => ({ answer: 'unavailable', detail: 'throttled' }) as const;
    const failure = { name: 'StockUnavailable', family: 'fault', message: 'order-7-stock: throttled.' };
    for (const lost of ['level', 'note', 'change', 'writeNote'] as const)
      expect(
        await holdPieces(needsOf('7', { TEA: 1 }), { ...ports, table: { ...ports.table, [lost]: away } }),
      ).toMatchObject({ kind: 'failure', failure });
    await holdPieces(needsOf('8', { TEA: 1 }), ports);
    passes(day);
    const without = { ...ports, orders: { standingOf: away } };
    expect(await holdPieces(needsOf('7', { TEA: 1 }, 2), without)).toMatchObject({
      failure: { name: 'StockUnavailable' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { aStock, needsOf } from '../test/a-stock.ts';
import { askAfterHolds } from './ask-after-holds.ts';
import { holdPieces } from './hold-pieces.ts';
import type { LevelChange } from './ports/stock-table.ts';
import { releasePieces } from './release-pieces.ts';
import type { StockPorts } from './stock-ports.ts';

const needs = needsOf('7', { TEA: 2 });
const none = { left: 5, sold: 0, held: [] };
const died = { answer: 'unavailable', detail: 'the function died' } as const;

/** The same ports, whose first change of this kind stays under way: whoever asked for it dies, and it lands when the test says so. */
function stuck(ports: StockPorts, isStuck: (change: LevelChange) => boolean) {
  let underWay: (() => Promise<unknown>) | undefined;
  const change: StockPorts['table']['change'] = async (sku, asked, signal) => {
    if (underWay) return died;
    if (!isStuck(asked)) return ports.table.change(sku, asked, signal);
    underWay = () => ports.table.change(sku, asked, signal);
    return died;
  };
  return { struck: { ...ports, table: { ...ports.table, change } }, land: async () => underWay?.() };
}
const takes = ({ add, sold }: LevelChange) => add !== undefined && sold === 0;
const sells = ({ sold }: LevelChange) => sold > 0;
const holdsAgain = ({ sold }: LevelChange) => sold < 0;

async function sold() {
  const stock = await aStock({ TEA: 5 });
  await holdPieces(needs, stock.ports);
  stock.stands('7', 'fulfilled');
  return stock;
}

describe('a write that arrives when its invocation is long dead', () => {
  it('holds nothing for an attempt that was released before anything was held for it', async () => {
    const { ports, level } = await aStock({ TEA: 5 });
    const { struck, land } = stuck(ports, takes);
    await holdPieces(needs, struck);
    await releasePieces(needs, ports);
    expect(await land()).toEqual({ answer: 'changed' });
    expect(await level('TEA')).toEqual(none);
  });

  it('is given back by the undo that it arrives in the middle of', async () => {
    const { ports, level } = await aStock({ TEA: 5 });
    const { struck, land } = stuck(ports, takes);
    await holdPieces(needs, struck);
    let read = 0;
    const table: StockPorts['table'] = {
      ...ports.table,
      async level(...asked) {
        const found = await ports.table.level(...asked);
        if (++read === 1) expect(await land()).toEqual({ answer: 'written' });
        return found;
      },
    };
    await releasePieces(needs, { ...ports, table });
    expect(await level('TEA')).toEqual(none);
  });

  it('holds nothing when the undo comes between what it read of the attempt and its write', async () => {
    const { ports, level } = await aStock({ TEA: 5 });
    const table: StockPorts['table'] = {
      ...ports.table,
      async note(...asked) {
        const found = await ports.table.note(...asked);
        await releasePieces(needs, ports);
        return found;
      },
      writeNote: async () => died,
    };
    await holdPieces(needs, { ...ports, table });
    expect(await level('TEA')).toEqual(none);
  });

  it.each([
    ['fulfilled', { left: 3, sold: 2, held: [] }],
    ['nothing-held', none],
  ] as const)(
    'holds nothing a second time for an attempt that is %s, and about which somebody has asked',
    async (end, expected) => {
      const { ports, level, stands } = await aStock({ TEA: 5 });
      const { struck, land } = stuck(ports, takes);
      await holdPieces(needs, struck);
      await holdPieces(needs, ports);
      stands('7', end);
      await askAfterHolds('TEA', ports);
      expect(await land()).toEqual({ answer: 'changed' });
      expect(await level('TEA')).toEqual(expected);
    },
  );

  it('sells nothing of an order that was cancelled meanwhile', async () => {
    const { ports, level, stands } = await sold();
    const { struck, land } = stuck(ports, sells);
    await expect(askAfterHolds('TEA', struck)).rejects.toThrow('died');
    stands('7', 'unsettled');
    const again = stuck(ports, ({ drop = [] }) => drop.length > 0);
    await releasePieces(needs, again.struck);
    expect(await land()).toEqual({ answer: 'changed' });
    await releasePieces(needs, ports);
    expect(await level('TEA')).toEqual(none);
  });

  it('takes nothing back from what was sold that another undo has taken back', async () => {
    const { ports, level, stands } = await sold();
    await askAfterHolds('TEA', ports);
    stands('7', 'unsettled');
    const { struck, land } = stuck(ports, holdsAgain);
    await releasePieces(needs, struck);
    await releasePieces(needs, ports);
    expect(await land()).toEqual({ answer: 'changed' });
    expect(await level('TEA')).toEqual(none);
  });

  it('gives nothing back to a stock that has moved on since it was asked about', async () => {
    const { ports, level, stands } = await sold();
    await holdPieces(needsOf('8', { TEA: 1 }), ports);
    const { struck, land } = stuck(ports, sells);
    await expect(askAfterHolds('TEA', struck)).rejects.toThrow('died');
    await askAfterHolds('TEA', ports);
    expect(await land()).toEqual({ answer: 'changed' });
    stands('8', 'nothing-held');
    await askAfterHolds('TEA', ports);
    expect(await level('TEA')).toEqual({ left: 3, sold: 2, held: [] });
  });
});

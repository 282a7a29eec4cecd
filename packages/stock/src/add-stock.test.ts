import { describe, expect, it } from 'vitest';
import { aStock } from '../test/a-stock.ts';
import { addStock } from './add-stock.ts';

describe(addStock, () => {
  it('puts pieces in, and takes out what nobody has', async () => {
    const { ports, level } = await aStock({ TEA: 5 });
    await addStock('TEA', 3, ports);
    await addStock('TEA', -8, ports);
    await addStock('CUP', 2, ports);
    expect([await level('TEA'), await level('CUP')]).toMatchObject([{ left: 0 }, { left: 2 }]);
  });

  it.each([
    [-6, 'TEA: 6 pieces cannot be taken out, 5 are left'],
    [1.5, 'TEA: given 1.5 pieces, expected a whole number'],
  ])('refuses %d', async (pieces, message) => {
    const { ports } = await aStock({ TEA: 5 });
    await expect(addStock('TEA', pieces, ports)).rejects.toThrow(message);
  });

  it('puts nothing in twice: who got no answer is told to look', async () => {
    const { ports } = await aStock({ TEA: 5 });
    const lost = async () => ({ answer: 'lost', detail: 'no answer' }) as const;
    const table = { ...ports.table, change: lost };
    await expect(addStock('TEA', 1, { ...ports, table })).rejects.toThrow('look whether the pieces are there');
  });
});

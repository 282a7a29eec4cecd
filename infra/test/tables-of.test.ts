import { describe, expect, it } from 'vitest';
import { tablesOf, tablesOfAll } from '../src/constructs/tables-of.ts';

const orders = { name: 'orders', key: 'orderId', may: 'put' } as const;
const stock = { name: 'stock', key: 'id', may: 'write' } as const;

describe(tablesOf, () => {
  it('has the one table of the store first, keyed by the order, and then the others', () => {
    expect(tablesOf({ access: { table: 'orders', tables: [stock] } })).toEqual([orders, stock]);
    expect(tablesOf({ access: {} })).toEqual([]);
  });
});

describe(tablesOfAll, () => {
  it('leaves out a table that a stage can do without, unless it is asked for', () => {
    const reads = { stateName: 'One', access: { tables: [{ ...stock, optional: true as const }] } };
    expect([...tablesOfAll([reads])]).toEqual([]);
    expect([...tablesOfAll([reads], { optionalTables: ['stock'] })]).toEqual([['stock', 'id']]);
    expect([...tablesOfAll([reads], { tables: { stock: 'given' } })]).toEqual([['stock', 'id']]);
  });

  it('has each table once, and refuses one that two stages key differently', () => {
    const one = { stateName: 'One', access: { table: 'orders' } };
    const reads = { stateName: 'Two', access: { tables: [stock, { ...orders, may: 'read' as const }] } };
    expect([...tablesOfAll([one, reads, one])]).toEqual([
      ['orders', 'orderId'],
      ['stock', 'id'],
    ]);
    const other = { stateName: 'Three', access: { tables: [{ ...stock, key: 'sku' }] } };
    expect(() => tablesOfAll([reads, other])).toThrow('Three: the key of the table stock is sku, expected id');
  });
});

import { describe, expect, it } from 'vitest';
import { deskStock, stockTableOf } from './desk-stock.ts';

const assembly = {
  functions: [
    { environment: {} },
    { environment: { STOCK_TABLE_NAME: 'Shop-Stock', ORDERS_TABLE_NAME: 'Shop-Orders' } },
  ],
};

/** What the desk shows of these items, of which the first is a product, and of orders that stand so: `fulfilled 1`. */
async function shown(items: readonly object[], orders: Readonly<Record<string, string>> = {}) {
  const platform = {
    assembly,
    tables: {
      items: async (table: string) => (table === 'Shop-Stock' ? items : []),
      async item(table: string, { orderId }: { readonly orderId: { readonly S: string } }) {
        const [status = '', attempt = ''] = (orders[orderId.S] ?? '').split(' ');
        if (table !== 'Shop-Orders' || status === '') return undefined;
        return { ownerId: { S: 'arn' }, attempt: { N: attempt }, status: { S: status } };
      },
    },
  };
  return deskStock(platform as never, stockTableOf(platform as never) ?? '');
}

const product = (sku: string, left: number, sold: number, holds: Readonly<Record<string, string>> = {}) => ({
  ...{ id: { S: `sku/${sku}` }, left: { N: `${left}` }, sold: { N: `${sold}` }, turn: { N: '4' } },
  ...Object.fromEntries(Object.entries(holds).map(([name, value]) => [name, { S: value }])),
});

describe(deskStock, () => {
  it('shows each product by its SKU, and no note of an attempt', async () => {
    const note = { id: { S: 'order-a-stock' }, status: { S: 'held' }, revision: { N: '1' } };
    const nothing = { held: 0, holds: [], more: 0 };
    expect(await shown([product('B', 0, 3), note, product('A', 5, 0)])).toEqual([
      { sku: 'A', left: 5, sold: 0, ...nothing },
      { sku: 'B', left: 0, sold: 3, ...nothing },
    ]);
  });

  it('says for whom pieces are held, and since when, the oldest first', async () => {
    const held = product('SKU001', 0, 2, { 'hold#1#a#b': '2 since 70', 'hold#2#c': '3 of several since 60' });
    const products = await shown([held], { 'a#b': 'open 1', c: 'declined 2' });
    expect(products).toEqual([
      {
        ...{ sku: 'SKU001', left: 0, held: 5, sold: 2, more: 0 },
        holds: [
          { orderId: 'c', attempt: 2, quantity: 3, since: 60, standing: 'ended' },
          { orderId: 'a#b', attempt: 1, quantity: 2, since: 70, standing: 'goes-on' },
        ],
      },
    ]);
    // The console reads it from there.
    await expect(`${JSON.stringify({ known: true, products }, undefined, 2)}\n`).toMatchFileSnapshot(
      '../../test/stock-answer.json',
    );
  });

  it.each([
    ['nobody knows', undefined, 'goes-on'],
    ['is being cancelled', 'cancelling 2', 'goes-on'],
    ['has not come to this attempt', 'refunded 1', 'goes-on'],
    ['has come to a later attempt', 'open 3', 'ended'],
    ['ended with nothing held', 'refunded 2', 'ended'],
  ])('keeps what is held for an order that %s', async (_, order, standing) => {
    const [found] = await shown(
      [product('A', 0, 0, { 'hold#2#a': '2 since 5' })],
      order === undefined ? {} : { a: order },
    );
    expect(found).toMatchObject({ held: 2, sold: 0, holds: [{ standing }] });
  });

  it('counts as sold what is held for an order that is fulfilled', async () => {
    const items = [product('A', 0, 4, { 'hold#1#a': '2 since 5' })];
    expect(await shown(items, { a: 'fulfilled 1' })).toMatchObject([{ held: 0, sold: 6, holds: [] }]);
  });

  it('shows a hundred holds of a product, and says how many more there are', async () => {
    const holds = Object.fromEntries(
      Array.from({ length: 103 }, (_, index) => [`hold#1#o${index}`, `1 since ${index}`]),
    );
    const [found] = await shown([product('A', 0, 0, holds)]);
    expect(found).toMatchObject({ held: 103, more: 3 });
    expect(found?.holds).toHaveLength(100);
  });
});

import { describe, expect, it } from 'vitest';
import type { StoredOrder } from '../check-store.ts';
import type { Item } from '../lean-expressions.ts';
import { checkStock } from './check-stock.ts';
import { createStockBooks } from './stock-books.ts';

const pieces = 3;

/** Books of three cups, beside a table of orders that stand as they are said to. */
function books() {
  const orders = new Map<string, Partial<StoredOrder>>();
  const stock = createStockBooks((orderId) => orders.get(orderId) as StoredOrder | undefined);
  stock.putIn(pieces, stock.wrote);
  const write = (fields: Readonly<Record<string, string | number>>) =>
    stock.wrote(
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          typeof value === 'number' ? { N: `${value}` } : { S: value },
        ]),
      ) as Item,
    );
  return {
    stock,
    stands: (orderId: string, status: string, attempt = 1) => orders.set(orderId, { orderId, status, attempt }),
    level: (left: number, sold: number, holds: Readonly<Record<string, string>> = {}) =>
      write({ id: 'sku/SKU001', left, sold, ...holds }),
    note: (key: string, status: string) => write({ id: `order-${key}-stock`, status, revision: 1 }),
    turnAway: (key: string, reason: string) =>
      stock.wrote({ id: { S: `order-${key}-stock` }, status: { S: 'released' }, reasons: { L: [{ S: reason }] } }),
  };
}

describe(createStockBooks, () => {
  it('finds nothing wrong when pieces are held, sold, given back by an undo that runs twice, and held again', () => {
    const { stock, stands, level, note } = books();
    for (const orderId of ['a', 'b']) stands(orderId, 'open');
    for (const orderId of ['a', 'b']) stock.begins('reserves', orderId, 1);
    level(2, 0, { 'hold#1#a': '1 since 5' });
    note('a', 'held');
    level(0, 0, { 'hold#1#a': '1 since 5', 'hold#1#b': '2 of several since 6' });
    note('b', 'held');
    stands('a', 'fulfilled');
    note('a', 'sold');
    level(0, 1, { 'hold#1#b': '2 of several since 6' });
    stock.begins('releases', 'b', 1);
    note('b', 'released');
    level(2, 1);
    level(2, 1);
    expect(stock.problems).toEqual([]);
  });

  it.each<[string, (one: ReturnType<typeof books>) => void, RegExp]>([
    ['a piece is given back twice', ({ level }) => level(4, 0), /left, held and sold of SKU001 are 3/],
    ['a piece is held that was not taken', ({ level }) => level(3, 0, { 'hold#1#a': '1 since 5' }), /are 3/],
    ['more is taken than was left', ({ level }) => level(-1, 0, { 'hold#1#a': '4 since 5' }), /are 3/],
    [
      'the hold of an order is given back that still waits for its transfer',
      ({ stock, stands, level, note }) => {
        stands('a', 'open');
        stock.begins('reserves', 'a', 1);
        level(2, 0, { 'hold#1#a': '1 since 5' });
        note('a', 'released');
      },
      /held for an order that goes on is never given away: order-a-stock/,
    ],
    [
      'a hold goes without a note',
      ({ level }) => {
        level(2, 0, { 'hold#1#a': '1 since 5' });
        level(3, 0);
      },
      /a hold ends by the note of its attempt: order-a-stock is undefined/,
    ],
    [
      'what is not fulfilled is counted as sold',
      ({ stock, stands, note }) => {
        stands('a', 'refunded');
        stock.begins('reserves', 'a', 1);
        note('a', 'sold');
      },
      /only what was fulfilled is sold: order-a-stock/,
    ],
    [
      'somebody is turned away while a piece is free',
      ({ stock, turnAway }) => {
        stock.begins('reserves', 'a', 2);
        turnAway('a.2', 'Espresso cup (SKU001): 3 of 3 left');
      },
      /nobody is turned away while a piece is free: order-a.2-stock/,
    ],
    [
      'somebody is told that less is left than there was',
      ({ stock, turnAway }) => {
        stock.begins('reserves', 'a', 1);
        turnAway('a', 'Espresso cup (SKU001) is out of stock');
      },
      /nobody is turned away/,
    ],
    [
      'somebody is turned away while a piece is held for an order that ended with nothing',
      ({ stock, stands, level, turnAway }) => {
        stands('a', 'refunded');
        stock.begins('reserves', 'a', 1);
        level(2, 0, { 'hold#1#a': '1 since 5' });
        stock.begins('reserves', 'b', 1);
        turnAway('b', 'Espresso cup (SKU001): 2 of 3 left');
      },
      /nobody is turned away/,
    ],
  ])('says so when %s', (_, happens, said) => {
    const one = books();
    happens(one);
    expect(one.stock.problems.join('\n')).toMatch(said);
  });

  it.each([
    ['somebody was short at one moment, and pieces came back later', undefined],
    ['who had the pieces at that moment has ended with nothing since', 'declined'],
  ] as const)('does not take it for wrong that %s', (_, ended) => {
    const { stock, stands, level, note, turnAway } = books();
    stands('a', 'open');
    stock.begins('reserves', 'a', 1);
    level(0, 0, { 'hold#1#a': '3 since 5' });
    stock.begins('reserves', 'b', 1);
    stock.begins('releases', 'a', 1);
    note('a', 'released');
    level(3, 0);
    if (ended) stands('a', ended);
    turnAway('b', 'Espresso cup (SKU001) is out of stock');
    expect(stock.problems).toEqual([]);
  });
});

describe(checkStock, () => {
  const books = { gateway: { ledger: { charges: () => [] } }, carrier: { ledger: { history: () => [] } } } as never;
  const attempt = (outcome: string, quantity: number, failure?: object) =>
    ({
      ...{ number: 1, name: 'order-a' },
      order: { orderId: 'a', items: [{ sku: 'SKU001', quantity }] },
      record: { outcome, failure },
    }) as never;
  const standing = (left: number, holds: readonly { key: string; quantity: number }[] = []) => ({
    problems: [],
    levels: new Map([['SKU001', { kind: 'level' as const, sku: 'SKU001', left, sold: 0, holds }]]),
  });

  it('wants what is gone to be what was shipped', () => {
    const held = [{ key: 'order-a-stock', quantity: 2 }];
    expect(checkStock(standing(1, held), pieces, [attempt('fulfilled', 2)], books)).toEqual([]);
    expect(checkStock(standing(0, held), pieces, [attempt('fulfilled', 2)], books)).toEqual([
      'stock: not kept: what is gone of SKU001 was shipped: 3, not 2',
    ]);
  });

  it('wants nothing held for who got nothing', () => {
    expect(
      checkStock(standing(1, [{ key: 'order-a-stock', quantity: 2 }]), pieces, [attempt('refunded', 2)], books),
    ).toEqual([
      'stock: not kept: what is gone of SKU001 was shipped: 2, not 0',
      'stock: not kept: nothing is held of SKU001 for order-a-stock',
    ]);
  });

  it('wants nobody charged who was turned away', () => {
    const charge = { key: 'order-a-charge', status: 'refunded', amount: { amount: 5, currency: 'EUR' } };
    const charged = { ...(books as object), gateway: { ledger: { charges: () => [charge] } } } as never;
    expect(checkStock(standing(3), pieces, [attempt('rejected', 4, { error: 'StockShort' })], charged)).toEqual([
      'stock: not kept: nobody is charged who was turned away: attempt 1 at a',
    ]);
  });
});

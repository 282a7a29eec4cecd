import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openItemStore } from '../tables/item-store.ts';
import { forgetItems, readItemFacts } from './kept-items.ts';

const now = Date.parse('2026-03-01T10:00:00.000Z');
const seconds = now / 1_000;
const text = (value: string) => ({ S: value });
const number = (value: number) => ({ N: `${value}` });
const orderItem = (orderId: string, more: object = {}) => ({
  ...{ orderId: text(orderId), status: text('fulfilled'), ownerStartedAt: text('2026-02-01T10:00:00.000Z') },
  ...{ notice: { M: { id: text(`order-${orderId}-notice-fulfilled`) } }, ...more },
});

/** Items as dynalite keeps them, under the names of their tables. */
const items: Readonly<Record<string, object>> = {
  'item-Orders~1': orderItem('1'),
  'item-Orders~2': orderItem('2', { status: text('refunded'), announced: text('refunded') }),
  'index-global~Orders~ByDay~1': { orderId: text('1'), status: text('fulfilled') },
  'index-global~Orders~ByDay~2': { orderId: text('2'), status: text('fulfilled') },
  'item-Stock~a': { id: text('sku/SKU001'), left: number(1), sold: number(0), 'hold#1#3': text('2 since 1') },
  'item-Stock~b': { id: text('order-1.2-stock'), status: text('released') },
  'item-Stock~c': { id: text('order-2-stock'), status: text('released') },
  'item-Letters~a': { letterId: text('x'), notificationId: text('order-1-notice-fulfilled'), expiresAt: number(9e9) },
  'item-Letters~b': { letterId: text('y'), notificationId: text('order-2-notice-refunded'), expiresAt: number(9e9) },
  'item-Accepted~a': { id: text('order#4'), orderId: text('4'), expiresAt: number(seconds + 1) },
  'item-Accepted~b': { id: text('key#a'), orderId: text('5'), expiresAt: number(seconds - 1) },
  'item-Catalog~a': { sku: text('SKU001') },
};

async function tablesFile(): Promise<string> {
  const file = `${temporaryFolder()}/tables.sqlite`;
  const store = openItemStore(file);
  for (const [key, value] of Object.entries(items)) await store.put(key, value);
  await store.close();
  return file;
}

describe(readItemFacts, () => {
  it('reads by their form what the tables say of orders', async () => {
    const { stored, holders, withKey } = readItemFacts(await tablesFile(), now);
    expect([...stored]).toEqual([
      [
        '1',
        {
          ...{ status: 'fulfilled', announced: false, since: Date.parse('2026-02-01T10:00:00.000Z') },
          noticeId: 'order-1-notice-fulfilled',
        },
      ],
      ['2', expect.objectContaining({ status: 'refunded', announced: true })],
    ]);
    expect([holders, withKey]).toEqual([new Set(['3']), new Set(['4'])]);
  });

  it('finds nothing where there were no tables', () => {
    expect(readItemFacts(`${temporaryFolder()}/none.sqlite`, now).stored.size).toBe(0);
  });
});

describe(forgetItems, () => {
  it('erases what is of an order in every table and index, and what has expired', async () => {
    const file = await tablesFile();
    const noticeIds = new Set(['order-1-notice-fulfilled']);
    expect(forgetItems(file, { orderIds: new Set(['1']), noticeIds, expiredBefore: seconds })).toBe(4);
    const store = openItemStore(file);
    const keys = store.keys();
    const left: string[] = [];
    for (let key = await keys.next(); key !== undefined; key = await keys.next()) left.push(key);
    await store.close();
    const gone = ['item-Orders~1', 'index-global~Orders~ByDay~1', 'item-Stock~b', 'item-Letters~a', 'item-Accepted~b'];
    expect(left).toEqual(
      Object.keys(items)
        .filter((key) => !gone.includes(key))
        .toSorted(),
    );
  });
});

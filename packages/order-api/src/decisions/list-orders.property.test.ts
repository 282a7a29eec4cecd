import { customerHash, keyedHash, orderStatusSchema } from '@order-workflow/stage-kit/order-store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aListRequest } from '../../test/a-world.ts';
import { memoryOrderLists, type PlacedOrder } from '../../test/memory-order-lists.ts';
import { listOrders, type OrderList } from './list-orders.ts';

const key = 'k'.repeat(64);
const keyed = { hash: keyedHash(key), customer: customerHash(key), clock: Date };
const now = Date.parse('2026-03-10T12:00:00.000Z');
const addresses = ['ana@example.com', 'Bo@example.com'];

const anOrder = fc.record({
  orderId: fc.oneof(fc.nat(99_999).map(String), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })),
  attempt: fc.integer({ min: 0, max: 3 }),
  status: fc.constantFrom(...orderStatusSchema.options),
  startedAt: fc
    .oneof(fc.integer({ min: now - 9 * 24 * 3600 * 1000, max: now }), fc.integer({ min: now - 3, max: now }))
    .map((at) => new Date(at).toISOString()),
  address: fc.constantFrom(undefined, ...addresses),
  digit: fc.constantFrom(...'0123456789'),
});

const orders = fc.uniqueArray(anOrder, { selector: ({ orderId }) => orderId, maxLength: 40 }).map((all) =>
  all.map(
    ({ startedAt, address, ...one }): PlacedOrder => ({
      ...one,
      at: `${startedAt} ${one.orderId}`,
      customer: address && keyed.customer({ customerEmail: address }),
    }),
  ),
);

const asked = fc.record(
  {
    status: fc.constantFrom(...orderStatusSchema.options),
    since: fc.integer({ min: now - 10 * 24 * 3600 * 1000, max: now }).map((at) => new Date(at).toISOString()),
    customer: fc.constantFrom(...addresses.map((one) => one.toUpperCase()), 'nobody@example.com'),
    limit: fc.integer({ min: 1, max: 7 }),
  },
  { requiredKeys: [] },
);

describe(listOrders, () => {
  it('lists each order that is asked for once, the newest first, however little of each part is read at a time', async () => {
    await fc.assert(
      fc.asyncProperty(orders, asked, fc.array(fc.nat(5), { minLength: 1 }), async (placed, query, depths) => {
        let reads = 0;
        const ports = { ...keyed, lists: memoryOrderLists(placed, () => depths[reads++ % depths.length] ?? 1) };
        const found: OrderList['orders'][number][] = [];
        let text = Object.entries(query)
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
          .join('&');
        for (let pages = 0; ; pages++) {
          expect(pages).toBeLessThan(100);
          const { status, body } = await listOrders(aListRequest(text, now + pages * 60_000), ports);
          expect(status).toBe(200);
          const { orders: page, next } = body as OrderList;
          expect(page.length).toBeLessThanOrEqual(query.limit ?? 50);
          found.push(...page);
          if (next === undefined) break;
          text = next.slice('/orders?'.length);
        }
        const customer = query.customer && keyed.customer({ customerEmail: query.customer });
        const usual = new Date(customer === undefined ? now - 7 * 24 * 3600 * 1000 : 0).toISOString();
        const expected = placed
          .filter((one) => one.at >= (query.since ?? usual))
          .filter((one) => query.status === undefined || one.status === query.status)
          .filter((one) => query.customer === undefined || one.customer === customer)
          .toSorted((one, other) => Buffer.compare(Buffer.from(other.at), Buffer.from(one.at)));
        expect(found.map(({ orderId }) => orderId)).toEqual(expected.map(({ orderId }) => orderId));
      }),
    );
  });
});

import { customerHash, keyedHash } from '@order-workflow/stage-kit/order-store';
import { describe, expect, it } from 'vitest';
import { aListRequest } from '../../test/a-world.ts';
import { memoryOrderLists, type PlacedOrder } from '../../test/memory-order-lists.ts';
import { pageToken } from '../http/page-token.ts';
import type { OrderLists } from '../ports/order-lists.ts';
import { listOrders, type OrderList, orderListSchema } from './list-orders.ts';
import { lastRoundBeginsMs } from './walk-lists.ts';

const key = 'k'.repeat(64);
const keyed = { hash: keyedHash(key), customer: customerHash(key), clock: { now: () => 0 } };
const now = Date.parse('2026-03-10T12:00:00.000Z');

function anOrder(orderId: string, startedAt: string, fields: Partial<PlacedOrder> = {}): PlacedOrder {
  const at = `${startedAt} ${orderId}`;
  return { orderId, attempt: 1, status: 'open', at, customer: undefined, digit: '1', ...fields };
}

const ask = (query: string, placed: readonly PlacedOrder[] = []) =>
  listOrders(aListRequest(query, now), { ...keyed, lists: memoryOrderLists(placed) });
const violationsOf = async (query: string) => {
  const answer = await ask(query);
  expect(answer).toMatchObject({ status: 422, body: { type: 'urn:order-workflow:problem:request-invalid' } });
  return (answer.body as { violations: { field: string; problem: string }[] }).violations;
};

describe(listOrders, () => {
  it('tells of an order its id, attempt, status and since when, and where the rest is, and nothing of its customer', async () => {
    const { status, body } = await ask('', [
      anOrder('#1001', '2026-03-10T11:00:00.000Z', { attempt: 2, customer: 'hash' }),
    ]);
    expect(status).toBe(200);
    expect(orderListSchema.parse(body)).toEqual(body);
    const startedAt = '2026-03-10T11:00:00.000Z';
    expect(body).toEqual({
      orders: [{ orderId: '#1001', href: '/orders/~_231001', attempt: 2, status: 'open', startedAt }],
    });
  });

  it('lists the last seven days unless it is told since when, and of a customer all', async () => {
    const customer = keyed.customer({ customerEmail: 'ana@example.com' });
    const placed = [anOrder('new', '2026-03-03T12:00:00.000Z'), anOrder('old', '2026-03-03T11:59:59.999Z')].map(
      (one) => ({
        ...one,
        customer,
      }),
    );
    const ids = async (query: string) =>
      ((await ask(query, placed)).body as OrderList).orders.map(({ orderId }) => orderId);
    expect(await ids('')).toEqual(['new']);
    expect(await ids('since=2026-03-03')).toEqual(['new', 'old']);
    expect(await ids('since=2026-03-03T12:59:59.999%2B01:00')).toEqual(['new', 'old']);
    expect(await ids('customer=ANA%40example.com')).toEqual(['new', 'old']);
    expect(await ids('customer=bo%40example.com')).toEqual([]);
  });

  it('ends a page where its time is up, however little was found, and goes on there with the next (regression: its function was cut off)', async () => {
    const placed = ['09', '08', '07', '06', '05'].map((day) => anOrder(`of-${day}`, `2026-03-${day}T10:00:00.000Z`));
    let elapsedMs = 0;
    const inMemory = memoryOrderLists(placed);
    const slow: OrderLists = {
      read(stretch) {
        // Ten parts are read in a round, which takes 2.5 seconds here.
        elapsedMs += 250;
        return inMemory.read(stretch);
      },
    };
    const clock = { now: () => elapsedMs };
    const pages: string[][] = [];
    for (let query: string | undefined = 'since=2026-03-04'; query !== undefined; ) {
      const begun = elapsedMs;
      const { body } = await listOrders(aListRequest(query, now), { ...keyed, lists: slow, clock });
      const { orders, next } = body as OrderList;
      expect(elapsedMs - begun).toBeLessThanOrEqual(lastRoundBeginsMs + 2_500);
      pages.push(orders.map(({ orderId }) => orderId));
      query = next?.slice('/orders?'.length);
    }
    expect(pages).toEqual([['of-09'], ['of-08', 'of-07'], ['of-06', 'of-05'], []]);
  });

  it.each([
    ['states=open', 'query', '"states" is no parameter, expected status, since, customer, limit, page'],
    ['ana%40example.com=1', 'query', 'a key of 15 characters is no parameter, expected status'],
    ['status=', 'status', 'given "", expected one of open, cancelling, fulfilled'],
    ['status=Open', 'status', 'given "Open", expected one of'],
    ['status=open&status=declined', 'status', 'given twice, expected once'],
    ['since=yesterday', 'since', 'given "yesterday", expected a day or a moment'],
    ['since=2026-02-30', 'since', 'given "2026-02-30", expected a day or a moment'],
    ['since=2026-03-01T10:00:00+01:00', 'since', 'with + written as %2B'],
    ['since=2026-03-01T25:00:00Z', 'since', 'expected a day or a moment'],
    ['customer=ana', 'customer', 'given a text of 3 characters, expected an e-mail address'],
    [
      'customer=ana+shop@example.com',
      'customer',
      'given a text of 20 characters, expected an e-mail address, with + written as %2B',
    ],
    ['limit=0', 'limit', 'given "0", expected a whole number of 1 to 100'],
    ['limit=101', 'limit', 'given "101"'],
    ['limit=1e1', 'limit', 'given "1e1"'],
    ['page=x', 'page', 'not a page of this API'],
    ['%FF=%C0', 'query', 'is no parameter'],
  ])('refuses %s, by its name and without repeating what may be personal', async (query, field, problem) => {
    const [violation] = await violationsOf(query);
    expect(violation).toMatchObject({ field, problem: expect.stringContaining(problem) });
    expect(JSON.stringify(violation)).not.toMatch(/ana|Ana/);
  });

  describe('a page', () => {
    const placed = ['a', 'b', 'c'].map((id) => anOrder(id, '2026-03-10T11:00:00.000Z'));
    const nextOf = async (query: string) => {
      const { body } = await ask(query, placed);
      const { next = expect.fail('no next page') } = body as OrderList;
      return next.slice('/orders?'.length);
    };

    it('holds neither the address of the customer nor the key', async () => {
      const customer = keyed.customer({ customerEmail: 'ana@example.com' });
      const hers = placed.map((one) => ({ ...one, customer }));
      const { body } = await ask('customer=ana%40example.com&limit=1', hers);
      const [text = ''] = (body as OrderList).next?.split('=')[1]?.split('.') ?? [];
      const said = Buffer.from(text, 'base64url').toString();
      expect(JSON.parse(said)).toMatchObject({ query: { customer, limit: 1 } });
      expect(said).not.toContain('ana');
      expect(said).not.toContain(key);
    });

    it('is refused once anything of it was changed, whatever that is', async () => {
      const next = await nextOf('limit=1');
      expect((await ask(next, placed)).status).toBe(200);
      for (let place = 'page='.length; place < next.length; place++) {
        const other = next[place] === 'A' ? 'B' : 'A';
        const forged = `${next.slice(0, place)}${other}${next.slice(place + 1)}`;
        expect((await ask(forged, placed)).status, forged).toBe(422);
      }
      for (const forged of [next.slice(0, -1), `${next}A`, `${next}.`, next.split('.')[0], `${next},${next}`])
        expect((await ask(`${forged}`, placed)).status, forged).toBe(422);
    });

    it('is refused where it was sealed under another key, or is no page at all', async () => {
      const page = { version: 1, query: { since: '2026-01-01', limit: 100 }, place: { day: '2026-03-10' } };
      const ours = `page=${pageToken(page, keyed.hash)}`;
      expect((await ask(ours, placed)).status).toBe(200);
      for (const other of [pageToken(page, keyedHash('o'.repeat(64))), pageToken({ ...page, version: 2 }, keyed.hash)])
        expect(await violationsOf(`page=${other}`)).toMatchObject([{ field: 'page' }]);
    });

    it('is asked for alone: it says already which orders it lists', async () => {
      const violations = await violationsOf(`${await nextOf('limit=1')}&status=open`);
      expect(violations).toEqual([{ field: 'status', problem: 'given beside page, which says it already' }]);
    });
  });
});

import assert from 'node:assert/strict';
import {
  type AttemptEnd,
  customerHash,
  type DynamoTable,
  dynamoOrderTable,
  keyedHash,
  listDigits,
  orderStoreOver,
} from '@order-workflow/stage-kit/order-store';
import { dynamoOrderLists } from '../src/adapters/dynamo-order-lists.ts';
import { listOrders, type OrderList } from '../src/decisions/list-orders.ts';
import type { OrderLists } from '../src/ports/order-lists.ts';
import { aListRequest } from './a-world.ts';

const key = 'k'.repeat(64);
const customer = customerHash(key);

/** The store of a table, by which a case writes, and the lists of it. A day, an id and an address of a case are its own. */
function world({ table, ...service }: DynamoTable, title: string) {
  const never = () => new AbortController().signal;
  const store = orderStoreOver(dynamoOrderTable({ table, ...service }), never);
  const day = `2026-${String(1 + (title.length % 12)).padStart(2, '0')}-${String(1 + (title.charCodeAt(0) % 28)).padStart(2, '0')}`;
  const address = `${title.replaceAll(/\W/g, '')}@example.com`.slice(-60);
  const lists = dynamoOrderLists(table, service, never);
  const execution = (orderId: string, time: string) => ({
    id: `arn:${title}:${orderId}:${time}`,
    startedAt: `${day}T${time}.000Z`,
  });
  const verdict = { order: { customerEmail: address }, validation: {} };
  return {
    lists,
    day,
    customer: customer({ customerEmail: address }) ?? '',
    async claim(orderId: string, time: string, of: string | undefined = address) {
      const claim = { orderId, execution: execution(orderId, time), fingerprint: time, verdict };
      const answer = await store.claim({ ...claim, customer: customer({ customerEmail: of }) });
      assert.equal(answer.answer, 'owned');
    },
    async close(orderId: string, time: string, outcome: AttemptEnd, attempt = 1) {
      const closing = { orderId, execution: execution(orderId, time), attempt, outcome, noticeId: () => 'notice' };
      const closed = await store.close({ ...closing, unclaimed: { fingerprint: time, verdict } });
      assert.equal(closed.answer, 'closed');
      if (closed.answer === 'closed') await store.markSent(closed.order);
    },
    async takeOver(orderId: string, time: string) {
      const answer = await store.takeOver({ orderId, execution: execution(orderId, time) });
      assert.notEqual(answer.answer, 'unavailable');
    },
    /** Every page of what is asked for. */
    async list(query: string) {
      const found: OrderList['orders'][number][] = [];
      for (let text = query; ; ) {
        const request = aListRequest(text, Date.parse(`${day}T23:59:59.999Z`));
        const { status, body } = await listOrders(request, { lists, hash: keyedHash(key), customer, clock: Date });
        assert.equal(status, 200);
        const page = body as OrderList;
        found.push(...page.orders);
        if (page.next === undefined) return found;
        text = page.next.slice('/orders?'.length);
      }
    },
    address: encodeURIComponent(address.toUpperCase()),
  };
}

/** What every table of orders does by its indexes. */
export const orderListsContract: readonly { title: string; run(table: DynamoTable, title: string): Promise<void> }[] = [
  {
    title: 'lists an order from its claim on, as it stands, by day and by customer',
    async run(table, title) {
      const { claim, close, list, day, address } = world(table, title);
      const stands = async (query: string) =>
        (await list(query)).map(({ orderId, attempt, status, startedAt }) => [orderId, attempt, status, startedAt]);
      await claim('list-1', '10:00:00');
      const open = [['list-1', 1, 'open', `${day}T10:00:00.000Z`]];
      for (const query of [`since=${day}`, `customer=${address}`, `status=open&since=${day}`]) {
        assert.deepEqual(await stands(query), open);
      }
      await close('list-1', '10:00:00', 'declined');
      const declined = [['list-1', 1, 'declined', `${day}T10:00:00.000Z`]];
      assert.deepEqual(await stands(`since=${day}`), declined);
      assert.deepEqual(await stands(`customer=${address}`), declined);
      assert.deepEqual(await stands(`status=open&since=${day}`), []);
      assert.deepEqual(await stands(`status=open&customer=${address}`), []);
      assert.deepEqual(await stands(`status=declined&customer=${address}`), declined);
    },
  },
  {
    title: 'lists an order once, under its last attempt, and under that while it is cancelled',
    async run(table, title) {
      const { claim, close, takeOver, list, day, address } = world(table, title);
      await claim('twice', '10:00:00');
      await close('twice', '10:00:00', 'declined');
      await claim('twice', '11:00:00');
      await takeOver('twice', '12:00:00');
      for (const query of [`since=${day}`, `customer=${address}`])
        assert.deepEqual(
          (await list(query)).map(({ attempt, status, startedAt }) => [attempt, status, startedAt]),
          [[2, 'cancelling', `${day}T11:00:00.000Z`]],
        );
    },
  },
  {
    title: 'gives every order of a day and of a customer in pages of whatever size, the newest first, and no other',
    async run(table, title) {
      const { claim, list, day, address } = world(table, title);
      const ids = Array.from({ length: 13 }, (_, each) => `many-${each}-é`);
      await Promise.all(ids.map((id, each) => claim(id, `10:00:${String(each).padStart(2, '0')}`)));
      await claim("another's", '10:30:00', 'somebody@example.com');
      const newestFirst = ids.toReversed();
      for (const limit of [3, 100]) {
        const hers = await list(`customer=${address}&limit=${limit}`);
        assert.deepEqual(
          hers.map(({ orderId }) => orderId),
          newestFirst,
        );
        const all = await list(`since=${day}&limit=${limit}`);
        assert.deepEqual(
          all.map(({ orderId }) => orderId),
          ["another's", ...newestFirst],
        );
        const open = await list(`since=${day}&status=open&limit=${limit}`);
        assert.deepEqual(
          open.map(({ orderId }) => orderId),
          ["another's", ...newestFirst],
        );
      }
      assert.equal((await list(`since=${day}T10:00:10Z`)).length, 4);
      assert.equal((await list(`customer=${address}&since=${day}T10:00:10Z`)).length, 3);
    },
  },
  {
    title: 'spreads a day, and a customer of many orders, over all parts',
    async run(table, title) {
      const { claim, lists, day, customer: hash } = world(table, title);
      await Promise.all(Array.from({ length: 40 }, (_, each) => claim(`${1000 + each}`, '10:00:00')));
      for (const of of [{ day }, { customer: hash }]) {
        const parts = await Promise.all([...listDigits].map((digit) => read(lists, of, digit)));
        for (const part of parts) assert.ok(part.length > 1 && part.length < 9, `${parts.map(({ length }) => length)}`);
      }
    },
  },
];

async function read(lists: OrderLists, of: { day: string } | { customer: string }, digit: string) {
  return (await lists.read({ of, digit, since: '2026', most: 100 })).orders;
}

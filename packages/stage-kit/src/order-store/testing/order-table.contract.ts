import assert from 'node:assert/strict';
import type { FoundItem, OrderItem } from '../order-item.ts';
import type { OrderTable } from '../order-table.ts';
import { anExecution, anItem } from './an-item.ts';
import { type ContractCase, never } from './contract-case.ts';

const signal = never();

async function itemIn(table: OrderTable, orderId: string): Promise<OrderItem | undefined> {
  const answer = await table.read(orderId, signal);
  assert.notEqual(answer.answer, 'unavailable');
  return answer.answer === 'item' ? answer.item : undefined;
}

/** What every table of orders does. */
export const orderTableContract: readonly ContractCase[] = [
  {
    title: 'finds nothing of an order that nobody wrote',
    async run(table, orderId) {
      assert.deepEqual(await table.read(orderId, signal), { answer: 'nothing' });
    },
  },
  {
    title: 'gives an item back as it was written, whatever stands in the record',
    async run(table, orderId) {
      const order = { text: 'é 山 🎁 "\\\n', none: null, list: [[], {}, 1.5, -0.001, true, ''], 'a.b:#c': 1e21 };
      const item = anItem({
        ...{ orderId, fingerprints: ['one', 'two'], attempt: 2 },
        record: { contract: 1, attempt: 2, order, validation: { total: { amount: 1999, currency: 'EUR' } } },
        notice: { id: 'order-12345-notice-declined', sequence: 1, state: 'sent' },
      });
      assert.deepEqual(await table.writeIf(item, undefined, signal), { answer: 'written' });
      assert.deepEqual(await itemIn(table, orderId), item);
    },
  },
  {
    title: 'gives back an item without a notice, and one of a rejected order',
    async run(table, orderId) {
      const item = anItem({ orderId, record: { contract: 1, attempt: 1, rejection: ['items: missing', ''] } });
      await table.writeIf(item, undefined, signal);
      assert.deepEqual(await itemIn(table, orderId), item);
    },
  },
  {
    title: 'keeps items of several orders apart',
    async run(table, orderId) {
      const others = [`${orderId}.2`, `${orderId} `, `#${orderId}`, `${orderId}/é`];
      for (const id of others) await table.writeIf(anItem({ orderId: id }), undefined, signal);
      assert.equal(await itemIn(table, orderId), undefined);
      for (const id of others) assert.equal((await itemIn(table, id))?.orderId, id);
    },
  },
  {
    title: 'writes nothing over an item where none was found',
    async run(table, orderId) {
      const first = anItem({ orderId });
      await table.writeIf(first, undefined, signal);
      const other = anItem({ orderId, owner: anExecution('b') });
      assert.deepEqual(await table.writeIf(other, undefined, signal), { answer: 'changed' });
      assert.deepEqual(await itemIn(table, orderId), first);
    },
  },
  {
    title: 'writes nothing where an item was found and none is',
    async run(table, orderId) {
      assert.deepEqual(await table.writeIf(anItem({ orderId }), anItem({ orderId }), signal), { answer: 'changed' });
      assert.equal(await itemIn(table, orderId), undefined);
    },
  },
  {
    title: 'writes nothing over an item of another owner, attempt, status or revision than was found',
    async run(table, orderId) {
      const stored = anItem({ orderId, attempt: 2, revision: 5 });
      await table.writeIf(stored, undefined, signal);
      const others: readonly Partial<FoundItem>[] = [
        { owner: anExecution('b') },
        { owner: { ...stored.owner, startedAt: '2026-03-01T10:00:00.001Z' } },
        { attempt: 1 },
        { status: 'declined' },
        { revision: 4 },
      ];
      for (const other of others)
        assert.deepEqual(await table.writeIf({ ...stored, revision: 6 }, { ...stored, ...other }, signal), {
          answer: 'changed',
        });
      assert.deepEqual(await itemIn(table, orderId), stored);
    },
  },
  {
    title: 'replaces the whole of the item that was found',
    async run(table, orderId) {
      const stored = anItem({ orderId, notice: { id: 'one', sequence: 1, state: 'sending' } });
      await table.writeIf(stored, undefined, signal);
      const next = anItem({ orderId, revision: 2, attempt: 2, owner: anExecution('b') });
      assert.deepEqual(await table.writeIf(next, stored, signal), { answer: 'written' });
      assert.deepEqual(await itemIn(table, orderId), next);
    },
  },
  {
    title: 'lets one of many writers at once through, over nothing and over an item',
    async run(table, orderId) {
      const writers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      let found: OrderItem | undefined;
      for (const revision of [1, 2, 3]) {
        const written = await Promise.all(
          writers.map((letter) =>
            table.writeIf(anItem({ orderId, revision, owner: anExecution(letter) }), found, signal),
          ),
        );
        const winners = writers.filter((_, index) => written[index]?.answer === 'written');
        assert.equal(winners.length, 1);
        found = await itemIn(table, orderId);
        assert.deepEqual(found?.owner, anExecution(winners[0]));
      }
    },
  },
];

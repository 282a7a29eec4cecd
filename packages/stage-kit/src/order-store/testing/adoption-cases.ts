import assert from 'node:assert/strict';
import { aClaim, aClosing, anExecution } from './an-item.ts';
import { closedBy } from './close-cases.ts';
import { type ContractCase, storesOver } from './contract-case.ts';

const b = { execution: anExecution('b') };

/** Orders from before the store. */
export const adoptionCases: readonly ContractCase[] = [
  {
    title: 'writes the item of an order from before the store once, and a claim finds it',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const adoption = { ...aClaim({ orderId }), status: 'declined' } as const;
      assert.deepEqual(await store.adopt(adoption), { answer: 'adopted' });
      assert.deepEqual(await store.adopt({ ...adoption, status: 'open' }), { answer: 'kept' });
      assert.equal((await store.claim(aClaim({ orderId, ...b }))).answer, 'duplicate');
      assert.equal((await store.claim(aClaim({ orderId, ...b, fingerprint: 'another card' }))).answer, 'owned');
    },
  },
  {
    title: 'finds that an order was adopted when the answer to it was lost',
    async run(table, orderId) {
      const { struck } = storesOver(table, 'lost-after-write');
      assert.deepEqual(await struck.adopt({ ...aClaim({ orderId }), status: 'open' }), { answer: 'kept' });
    },
  },
  {
    title: 'never adopts an order that was claimed',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId, ...b }));
      assert.deepEqual(await store.adopt({ ...aClaim({ orderId }), status: 'fulfilled' }), { answer: 'kept' });
    },
  },
  {
    title: 'writes the item of an execution from before the store when that ends, and its notice with it',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const closed = closedBy(await store.close(aClosing({ orderId, outcome: 'declined' })));
      assert.deepEqual([closed.attempt, closed.fingerprints, closed.notice.sequence], [1, ['content-1'], 1]);
      assert.equal((await store.claim(aClaim({ orderId, ...b }))).answer, 'duplicate');
    },
  },
  {
    title: 'lets an execution that a deployment found running end what was written of it',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.adopt({ ...aClaim({ orderId }), status: 'open' });
      assert.equal((await store.claim(aClaim({ orderId, ...b }))).answer, 'duplicate');
      assert.equal(closedBy(await store.close(aClosing({ orderId }))).notice.sequence, 1);
    },
  },
  {
    title: 'claims the notice of an end that a deployment wrote, should it yet be told',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.adopt({ ...aClaim({ orderId }), status: 'fulfilled' });
      assert.equal(closedBy(await store.close(aClosing({ orderId }))).notice.state, 'sending');
    },
  },
  {
    title: 'leaves an order to who claimed it, when an execution from before the store ends',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId, ...b }));
      assert.deepEqual(await store.close(aClosing({ orderId })), {
        answer: 'not-owned',
        ...{ owner: b.execution, attempt: 1, status: 'open' },
      });
    },
  },
];

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
    title: 'gives an order that several executions placed before the store to the one whose parcel left',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const adoption = { ...aClaim({ orderId }), beforeClaims: true };
      const other = { ...adoption, ...b, fingerprint: 'another card' };
      assert.deepEqual(await store.adopt({ ...other, status: 'declined' }), { answer: 'adopted' });
      assert.deepEqual(await store.adopt({ ...adoption, status: 'fulfilled' }), { answer: 'adopted' });
      assert.deepEqual(await store.adopt({ ...other, status: 'declined' }), { answer: 'kept' });
      const later = await store.claim(aClaim({ orderId, execution: anExecution('c'), fingerprint: 'new' }));
      assert.deepEqual(later, { answer: 'duplicate', owner: anExecution('a'), attempt: 1, status: 'fulfilled' });
    },
  },
  {
    title: 'tries no card again that any execution from before the store brought',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const adoption = { ...aClaim({ orderId }), status: 'declined', beforeClaims: true } as const;
      await store.adopt(adoption);
      await store.adopt({ ...adoption, ...b, fingerprint: 'another card' });
      const placed = (letter: string, fingerprint: string) =>
        store.claim(aClaim({ orderId, execution: anExecution(letter), fingerprint }));
      for (const [letter, fingerprint] of [
        ['c', 'content-1'],
        ['d', 'another card'],
      ] as const)
        assert.equal((await placed(letter, fingerprint)).answer, 'duplicate');
      assert.equal((await placed('e', 'a third card')).answer, 'owned');
    },
  },
  {
    title: 'writes how an execution ended that was adopted while it ran, and that closed nothing itself',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.adopt({ ...aClaim({ orderId }), status: 'open' });
      assert.deepEqual(await store.adopt({ ...aClaim({ orderId }), status: 'declined' }), { answer: 'adopted' });
      assert.equal((await store.claim(aClaim({ orderId, ...b, fingerprint: 'another card' }))).answer, 'owned');
      assert.deepEqual(await store.adopt({ ...aClaim({ orderId }), status: 'fulfilled' }), { answer: 'kept' });
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

import assert from 'node:assert/strict';
import { aClaim, aClosing, anExecution } from './an-item.ts';
import { closedBy } from './close-cases.ts';
import { type ContractCase, storesOver } from './contract-case.ts';
import type { WriteFault } from './table-with-faults.ts';

const lost: readonly WriteFault[] = ['lost-before-write', 'lost-after-write', 'lands-later'];
const b = { execution: anExecution('b') };

/** Lost answers, writes that arrive late, deaths and redrives. */
export const interleavingCases: readonly ContractCase[] = [
  ...lost.map(
    (fault): ContractCase => ({
      title: `gives an order once to a claim that was ${fault}`,
      async run(table, orderId) {
        const { store, struck, land } = storesOver(table, fault);
        assert.equal((await struck.claim(aClaim({ orderId }))).answer, 'owned');
        for (const { answer } of await land()) assert.equal(answer, 'changed');
        assert.equal((await store.claim(aClaim({ orderId, ...b }))).answer, 'duplicate');
        assert.equal((await store.close(aClosing({ orderId }))).answer, 'closed');
      },
    }),
  ),
  ...lost.map(
    (fault): ContractCase => ({
      title: `ends an attempt once by a close that was ${fault}`,
      async run(table, orderId) {
        const { store, struck, land } = storesOver(table, fault);
        await store.claim(aClaim({ orderId }));
        const closed = closedBy(await struck.close(aClosing({ orderId })));
        for (const { answer } of await land()) assert.equal(answer, 'changed');
        assert.equal(closed.notice.sequence, 1);
        assert.deepEqual(closedBy(await store.close(aClosing({ orderId }))), closed);
      },
    }),
  ),
  ...lost.map(
    (fault): ContractCase => ({
      title: `marks a notice once by a mark that was ${fault}`,
      async run(table, orderId) {
        const { store, struck, land } = storesOver(table, fault);
        await store.claim(aClaim({ orderId }));
        const closed = closedBy(await store.close(aClosing({ orderId })));
        assert.deepEqual(await struck.markSent(closed), { answer: 'marked' });
        for (const { answer } of await land()) assert.equal(answer, 'changed');
        assert.equal(closedBy(await store.close(aClosing({ orderId }))).notice.state, 'sent');
      },
    }),
  ),
  {
    title: 'has a claim that arrives late find the order taken, and its execution a duplicate',
    async run(table, orderId) {
      const { store, struck, land } = storesOver(table, 'lands-later', 'throttled');
      assert.equal((await struck.claim(aClaim({ orderId }))).answer, 'unavailable');
      assert.equal((await store.claim(aClaim({ orderId, ...b }))).answer, 'owned');
      assert.deepEqual(await land(), [{ answer: 'changed' }]);
      assert.equal((await store.claim(aClaim({ orderId }))).answer, 'duplicate');
    },
  },
  {
    title: 'has a claim that arrives after its execution gave up keep the order for its redrive',
    async run(table, orderId) {
      const { store, struck, land } = storesOver(table, 'lands-later', 'throttled');
      assert.equal((await struck.claim(aClaim({ orderId }))).answer, 'unavailable');
      assert.deepEqual(await land(), [{ answer: 'written' }]);
      assert.equal((await store.claim(aClaim({ orderId, ...b }))).answer, 'duplicate');
      assert.equal((await store.claim(aClaim({ orderId }))).answer, 'owned');
    },
  },
  {
    title: 'has a close that arrives after the next attempt began change nothing',
    async run(table, orderId) {
      const { store, struck, land } = storesOver(table, 'lands-later', 'throttled');
      await store.claim(aClaim({ orderId }));
      const declined = aClosing({ orderId, outcome: 'declined' });
      assert.equal((await struck.close(declined)).answer, 'unavailable');
      await store.close(declined);
      await store.claim(aClaim({ orderId, ...b, fingerprint: 'another card' }));
      assert.deepEqual(await land(), [{ answer: 'changed' }]);
      assert.equal((await store.close(aClosing({ orderId, ...b, attempt: 2 }))).answer, 'closed');
      assert.equal((await store.close(declined)).answer, 'not-owned');
    },
  },
  {
    title: 'has a mark that arrives after the next attempt began change nothing',
    async run(table, orderId) {
      const { store, struck, land } = storesOver(table, 'lands-later', 'throttled');
      await store.claim(aClaim({ orderId }));
      const closed = closedBy(await store.close(aClosing({ orderId, outcome: 'declined' })));
      assert.equal((await struck.markSent(closed)).answer, 'unavailable');
      await store.claim(aClaim({ orderId, ...b, fingerprint: 'another card' }));
      assert.deepEqual(await land(), [{ answer: 'changed' }]);
      assert.deepEqual(await store.markSent(closed), { answer: 'superseded' });
      const second = closedBy(await store.close(aClosing({ orderId, ...b, attempt: 2 })));
      assert.deepEqual([second.notice.sequence, second.notice.state], [2, 'sending']);
    },
  },
  {
    title: 'keeps an order whose owner died after the claim for its redrive, and for nobody else',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      for (const says of [{}, { fingerprint: 'another card' }, { attempt: 2 }])
        assert.deepEqual(await store.claim(aClaim({ orderId, ...b, ...says })), {
          answer: 'duplicate',
          ...{ owner: anExecution(), attempt: 1, status: 'open' },
        });
      assert.equal((await store.claim(aClaim({ orderId }))).answer, 'owned');
    },
  },
  {
    title: 'has an execution that failed before its claim find the order taken when it is redriven',
    async run(table, orderId) {
      const { store, struck } = storesOver(table, 'throttled');
      assert.equal((await struck.claim(aClaim({ orderId }))).answer, 'unavailable');
      await store.claim(aClaim({ orderId, ...b }));
      await store.close(aClosing({ orderId, ...b }));
      assert.deepEqual(await store.claim(aClaim({ orderId })), {
        answer: 'duplicate',
        ...{ owner: b.execution, attempt: 1, status: 'fulfilled' },
      });
      assert.equal((await store.close(aClosing({ orderId }))).answer, 'not-owned');
    },
  },
  {
    title: 'ends an execution that is redriven after its end with that end',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.close(aClosing({ orderId, outcome: 'refunded' }));
      const ended = { answer: 'ended', attempt: 1, outcome: 'refunded' };
      assert.deepEqual(await store.claim(aClaim({ orderId })), ended);
      assert.deepEqual(await store.claim(aClaim({ orderId, attempt: 2 })), ended);
    },
  },
  {
    title: 'has an execution whose attempt is over find a later one when it is redriven',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.close(aClosing({ orderId, outcome: 'declined' }));
      await store.claim(aClaim({ orderId, ...b, fingerprint: 'another card' }));
      const standing = { owner: b.execution, attempt: 2, status: 'open' };
      assert.deepEqual(await store.claim(aClaim({ orderId })), { answer: 'duplicate', ...standing });
      const late = await store.close(aClosing({ orderId, outcome: 'declined' }));
      assert.deepEqual(late, { answer: 'not-owned', ...standing });
    },
  },
];

import assert from 'node:assert/strict';
import type { ClosedOrder } from '../judge-close.ts';
import type { CloseAnswer } from '../order-store.ts';
import { aClaim, aClosing, anExecution } from './an-item.ts';
import { type ContractCase, storesOver } from './contract-case.ts';

/** The order of an answer that must be `closed`. */
export function closedBy(answer: CloseAnswer | undefined): ClosedOrder {
  assert.equal(answer?.answer, 'closed');
  return (answer as CloseAnswer & { readonly answer: 'closed' }).order;
}

const noticeOf = (answer: CloseAnswer | undefined) => closedBy(answer).notice;

/** Closes, alone and several. */
export const closeCases: readonly ContractCase[] = [
  {
    title: 'ends an attempt, claims its notice, and knows when it was published',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      const closing = aClosing({ orderId });
      const sending = { id: closing.noticeId(1), sequence: 1, state: 'sending' } as const;
      const closed = closedBy(await store.close(closing));
      assert.deepEqual([closed.status, closed.notice], ['fulfilled', sending]);
      assert.deepEqual(noticeOf(await store.close(closing)), sending);
      assert.deepEqual(await store.markSent(closed), { answer: 'marked' });
      const repeated = closedBy(await store.close(closing));
      assert.deepEqual(repeated.notice, { ...sending, state: 'sent' });
      assert.deepEqual(await store.markSent(repeated), { answer: 'marked' });
      assert.deepEqual(await store.markSent(closed), { answer: 'marked' });
    },
  },
  {
    title: 'answers two closes at once by one execution with one notice',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      const answers = await Promise.all([1, 2, 3, 4].map(() => store.close(aClosing({ orderId }))));
      assert.deepEqual(new Set(answers.map((answer) => noticeOf(answer).sequence)), new Set([1]));
    },
  },
  {
    title: 'lets nobody end an order but its owner, and the owner only once',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      const open = { answer: 'not-owned', owner: anExecution(), attempt: 1, status: 'open' };
      assert.deepEqual(await store.close(aClosing({ orderId, execution: anExecution('b') })), open);
      assert.deepEqual(await store.close(aClosing({ orderId, attempt: 2 })), open);
      await store.close(aClosing({ orderId }));
      assert.deepEqual(await store.close(aClosing({ orderId, outcome: 'refunded' })), { ...open, status: 'fulfilled' });
    },
  },
  {
    title: 'numbers the notices of an order over all its attempts',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const sequences: number[] = [];
      for (const [index, letter] of ['a', 'b', 'c'].entries()) {
        const execution = anExecution(letter);
        await store.claim(aClaim({ orderId, execution, fingerprint: letter }));
        const closed = await store.close(aClosing({ orderId, execution, attempt: index + 1, outcome: 'declined' }));
        if (letter !== 'b') await store.markSent(closedBy(closed));
        sequences.push(noticeOf(closed).sequence);
      }
      assert.deepEqual(sequences, [1, 2, 3]);
    },
  },
];

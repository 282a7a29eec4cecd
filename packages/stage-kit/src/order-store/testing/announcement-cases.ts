import assert from 'node:assert/strict';
import type { NoticedOrder } from '../order-item.ts';
import type { AnnounceAnswer, Closing } from '../order-store.ts';
import { aClaim, aClosing, anExecution } from './an-item.ts';
import { closedBy } from './close-cases.ts';
import { type ContractCase, storesOver } from './contract-case.ts';
import type { WriteFault } from './table-with-faults.ts';

const lost: readonly WriteFault[] = ['lost-before-write', 'lost-after-write', 'lands-later'];
const b = { execution: anExecution('b') };

/** An end with nothing held, whose refund is accepted and not made. */
function refunded(fields: Partial<Closing> = {}): Closing {
  return aClosing({ outcome: 'refunded', noticeId: () => 'order-12345-notice-refunded', ...fields });
}

/** The order of an answer that must be `announced`. */
function announcedBy(answer: AnnounceAnswer): NoticedOrder {
  assert.equal(answer.answer, 'announced');
  return (answer as AnnounceAnswer & { readonly answer: 'announced' }).order;
}

/** Ends that customers are told of before they come. */
export const announcementCases: readonly ContractCase[] = [
  {
    title: 'keeps an order whose end is announced for its owner, and says so to whoever places it meanwhile',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      assert.equal(announcedBy(await store.announce(refunded({ orderId }))).status, 'open');
      const standing = { owner: anExecution(), attempt: 1, status: 'open', announced: 'refunded' };
      for (const says of [{}, { fingerprint: 'another card' }, { attempt: 2 }])
        assert.deepEqual(await store.claim(aClaim({ orderId, ...b, ...says })), { answer: 'duplicate', ...standing });
      assert.equal((await store.claim(aClaim({ orderId }))).answer, 'owned');
      assert.equal((await store.close(refunded({ orderId }))).answer, 'closed');
      const c = { execution: anExecution('c') };
      const next = await store.claim(aClaim({ orderId, ...c, fingerprint: 'another card' }));
      assert.equal(next.answer, 'owned');
    },
  },
  {
    title: 'has one notice of an end, under one number, that was announced before it came',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      const announced = announcedBy(await store.announce(refunded({ orderId })));
      assert.deepEqual(announced.notice, { id: 'order-12345-notice-refunded', sequence: 1, state: 'sending' });
      assert.deepEqual(announcedBy(await store.announce(refunded({ orderId }))), announced);
      assert.deepEqual(await store.markSent(announced), { answer: 'marked' });
      const sent = { ...announced.notice, state: 'sent' };
      assert.deepEqual(announcedBy(await store.announce(refunded({ orderId }))).notice, sent);
      const closed = closedBy(await store.close(refunded({ orderId })));
      assert.deepEqual([closed.status, closed.notice, closed.announced], ['refunded', sent, undefined]);
      assert.deepEqual(closedBy(await store.close(refunded({ orderId }))), closed);
    },
  },
  {
    title: 'has the notice of an announced end go out with that end, where nobody saw it go out before',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      const announced = announcedBy(await store.announce(refunded({ orderId })));
      const closed = closedBy(await store.close(refunded({ orderId })));
      assert.deepEqual(closed.notice, announced.notice);
      // The announcement's own mark, which comes late.
      assert.deepEqual(await store.markSent(announced), { answer: 'marked' });
      assert.equal(closedBy(await store.close(refunded({ orderId }))).notice.state, 'sent');
    },
  },
  ...lost.map(
    (fault): ContractCase => ({
      title: `announces an end once by an announcement that was ${fault}`,
      async run(table, orderId) {
        const { store, struck, land } = storesOver(table, fault);
        await store.claim(aClaim({ orderId }));
        const announced = announcedBy(await struck.announce(refunded({ orderId })));
        for (const { answer } of await land()) assert.equal(answer, 'changed');
        assert.deepEqual(announcedBy(await store.announce(refunded({ orderId }))), announced);
      },
    }),
  ),
  {
    title: 'has an announcement that arrives after the end change nothing',
    async run(table, orderId) {
      const { store, struck, land } = storesOver(table, 'lands-later', 'throttled');
      await store.claim(aClaim({ orderId }));
      assert.equal((await struck.announce(refunded({ orderId }))).answer, 'unavailable');
      const closed = closedBy(await store.close(refunded({ orderId })));
      assert.deepEqual(await land(), [{ answer: 'changed' }]);
      assert.deepEqual(closedBy(await store.close(refunded({ orderId }))), closed);
    },
  },
  {
    title: 'gives an order whose end is announced to who cancels it, whose end has a notice of its own',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.markSent(announcedBy(await store.announce(refunded({ orderId }))));
      assert.equal((await store.takeOver({ orderId, ...b })).answer, 'taken');
      const taken = { owner: b.execution, attempt: 1, status: 'cancelling' };
      for (const says of ['announce', 'close'] as const)
        assert.deepEqual(await store[says](refunded({ orderId })), { answer: 'not-owned', ...taken });
      const cancelled = aClosing({
        orderId,
        ...b,
        outcome: 'cancelled',
        noticeId: () => 'order-12345-notice-cancelled',
      });
      const own = { id: 'order-12345-notice-cancelled', sequence: 2, state: 'sending' };
      assert.deepEqual(announcedBy(await store.announce(cancelled)).notice, own);
      assert.deepEqual(closedBy(await store.close(cancelled)).notice, own);
    },
  },
  {
    title: 'writes the item of an execution from before the store when its end is announced, and leaves it open',
    async run(table, orderId) {
      const { store } = storesOver(table);
      assert.equal(announcedBy(await store.announce(refunded({ orderId, attempt: undefined }))).status, 'open');
      assert.equal((await store.claim(aClaim({ orderId, ...b, fingerprint: 'another card' }))).answer, 'duplicate');
      assert.equal(closedBy(await store.close(refunded({ orderId, attempt: undefined }))).notice.sequence, 1);
    },
  },
];

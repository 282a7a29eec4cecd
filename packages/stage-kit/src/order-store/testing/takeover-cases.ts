import assert from 'node:assert/strict';
import type { AttemptEnd } from '../order-status.ts';
import { aClaim, aClosing, anExecution } from './an-item.ts';
import { closedBy } from './close-cases.ts';
import { type ContractCase, storesOver } from './contract-case.ts';
import type { WriteFault } from './table-with-faults.ts';

const record = { contract: 1, attempt: 1, order: { orderId: '12345' }, validation: { total: 1 } };
const taken = { answer: 'taken', record, worker: anExecution() };
const by = (letter: string) => anExecution(letter);
const cancelled = (orderId: string, letter = 'x', outcome: AttemptEnd = 'cancelled') =>
  aClosing({ orderId, execution: by(letter), outcome, noticeId: () => `notice-${outcome}` });

/** Takeovers by executions that cancel: x, y, z. */
export const takeoverCases: readonly ContractCase[] = [
  {
    title: 'gives an open order to who cancels it: its owner can neither end it nor go on',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      assert.deepEqual(await store.takeOver({ orderId, execution: by('x') }), taken);
      const standing = { owner: by('x'), attempt: 1, status: 'cancelling' };
      assert.deepEqual(await store.close(aClosing({ orderId })), { answer: 'not-owned', ...standing });
      assert.deepEqual(await store.claim(aClaim({ orderId })), { answer: 'duplicate', ...standing });
    },
  },
  {
    title: 'gives no cancellation that was answered an attempt that began since, however it was answered',
    async run(table, orderId) {
      const { store } = storesOver(table);
      assert.deepEqual(await store.takeOver({ orderId, execution: by('x') }), { answer: 'left' });
      assert.equal((await store.takeOver({ orderId, execution: by('y') })).answer, 'ended');
      await store.claim(aClaim({ orderId, attempt: 1 }));
      const standing = { owner: anExecution(), attempt: 1, status: 'open' };
      for (const late of ['x', 'y'])
        assert.deepEqual(await store.takeOver({ orderId, execution: by(late) }), { answer: 'ended', ...standing });
      assert.equal((await store.takeOver({ orderId, execution: by('z') })).answer, 'taken');
    },
  },
  {
    title: 'answers who cancels and asks again, in a retry or a redrive, with the same record',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      for (let time = 0; time < 3; time++)
        assert.deepEqual(await store.takeOver({ orderId, execution: by('x') }), taken);
    },
  },
  {
    title: 'keeps an order that is being cancelled from every claim, also of new content and of the next attempt',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.takeOver({ orderId, execution: by('x') });
      const claims = [{}, { fingerprint: 'another card' }, { attempt: 1 }, { attempt: 2 }];
      for (const said of claims) {
        const answer = await store.claim(aClaim({ orderId, execution: by('b'), ...said }));
        assert.equal(answer.answer, 'duplicate');
      }
    },
  },
  {
    title:
      'ends a cancelled order by who took it over, with one notice after those before, and lets the next attempt follow',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.takeOver({ orderId, execution: by('x') });
      const closed = closedBy(await store.close(cancelled(orderId)));
      assert.deepEqual(closed.notice, { id: 'notice-cancelled', sequence: 1, state: 'sending' });
      assert.deepEqual(closedBy(await store.close(cancelled(orderId))).notice, closed.notice);
      assert.deepEqual(await store.markSent(closed), { answer: 'marked' });
      const old = await store.claim(aClaim({ orderId, execution: by('b') }));
      assert.equal(old.answer, 'duplicate');
      const next = await store.claim(aClaim({ orderId, execution: by('c'), fingerprint: 'content-2' }));
      assert.equal(next.answer === 'owned' && next.record.attempt, 2);
    },
  },
  {
    title: 'takes a fulfilled order over, and ends it again, cancelled or as it was, with a notice of its own',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.close(aClosing({ orderId }));
      assert.deepEqual(await store.takeOver({ orderId, execution: by('x') }), taken);
      const stands = closedBy(await store.close(cancelled(orderId, 'x', 'fulfilled')));
      assert.deepEqual([stands.status, stands.notice.sequence], ['fulfilled', 2]);
      assert.deepEqual(await store.takeOver({ orderId, execution: by('y') }), taken);
      const nothing = closedBy(await store.close(cancelled(orderId, 'y')));
      assert.deepEqual([nothing.status, nothing.notice.sequence], ['cancelled', 3]);
    },
  },
  {
    title: 'lets who has ended an order not take it again, however late its call is repeated',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.takeOver({ orderId, execution: by('x') });
      await store.close(cancelled(orderId, 'x', 'fulfilled'));
      const standing = { owner: by('x'), attempt: 1, status: 'fulfilled' };
      assert.deepEqual(await store.takeOver({ orderId, execution: by('x') }), { answer: 'ended', ...standing });
    },
  },
  {
    title:
      'gives an order that is being cancelled to another that cancels it, who knows whom to stop, and ends it once',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.takeOver({ orderId, execution: by('x') });
      assert.deepEqual(await store.takeOver({ orderId, execution: by('y') }), taken);
      const answers = await Promise.all(['x', 'y'].map((letter) => store.close(cancelled(orderId, letter))));
      assert.deepEqual(
        answers.map(({ answer }) => answer),
        ['not-owned', 'closed'],
      );
    },
  },
  {
    title: 'gives an order back to none that lost it to a later one, however late its call is repeated',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      for (const letter of ['x', 'y']) await store.takeOver({ orderId, execution: by(letter) });
      const standing = { owner: by('y'), attempt: 1, status: 'cancelling' };
      assert.deepEqual(await store.close(cancelled(orderId, 'x')), { answer: 'not-owned', ...standing });
      assert.deepEqual(await store.takeOver({ orderId, execution: by('x') }), { answer: 'ended', ...standing });
      assert.equal((await store.close(cancelled(orderId, 'y'))).answer, 'closed');
    },
  },
  {
    title: 'leaves one owner of many that cancel at once',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      const letters = ['x', 'y', 'z'];
      const answers = await Promise.all(letters.map((letter) => store.takeOver({ orderId, execution: by(letter) })));
      // Whoever asked after a later one is told so.
      assert.deepEqual(answers.at(-1), taken);
      const closes = await Promise.all(letters.map((letter) => store.close(cancelled(orderId, letter))));
      assert.equal(closes.filter(({ answer }) => answer === 'closed').length, 1);
    },
  },
  {
    title:
      'leaves an order of which nothing has come cancelled: what comes later is a duplicate, unless it says its attempt',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const cancel = { orderId, execution: by('x') };
      assert.deepEqual(await store.takeOver(cancel), { answer: 'left' });
      assert.deepEqual(await store.takeOver(cancel), { answer: 'left' });
      const standing = { owner: by('x'), attempt: 0, status: 'cancelled' };
      assert.deepEqual(await store.takeOver({ orderId, execution: by('y') }), { answer: 'ended', ...standing });
      for (const fingerprint of ['content-1', 'another card'])
        assert.deepEqual(await store.claim(aClaim({ orderId, fingerprint })), { answer: 'duplicate', ...standing });
      const aloud = await store.claim(aClaim({ orderId, execution: by('b'), attempt: 1 }));
      assert.deepEqual(aloud, { answer: 'owned', record });
    },
  },
  ...((['rejected', 'declined', 'refunded', 'cancelled'] as const).map((outcome) => ({
    title: `says how an order stands that has ended with nothing held, and does nothing: ${outcome}`,
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.close(aClosing({ orderId, outcome }));
      const standing = { owner: anExecution(), attempt: 1, status: outcome };
      assert.deepEqual(await store.takeOver({ orderId, execution: by('x') }), { answer: 'ended', ...standing });
      const again = closedBy(await store.close(aClosing({ orderId, outcome })));
      assert.equal(again.notice.sequence, 1);
    },
  })) satisfies readonly ContractCase[]),
  {
    title: 'takes an order over that was rejected and not yet ended, with the reasons alone',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const verdict = { rejection: ['items: missing'] };
      await store.claim(aClaim({ orderId, verdict }));
      const answer = await store.takeOver({ orderId, execution: by('x') });
      assert.deepEqual(answer, { ...taken, record: { contract: 1, attempt: 1, ...verdict } });
    },
  },
  ...((['lost-before-write', 'lost-after-write', 'lands-later'] satisfies readonly WriteFault[]).map((fault) => ({
    title: `takes an order over once by a takeover that was ${fault}`,
    async run(table, orderId) {
      const { store, struck, land } = storesOver(table, fault);
      await store.claim(aClaim({ orderId }));
      assert.deepEqual(await struck.takeOver({ orderId, execution: by('x') }), taken);
      await land();
      assert.equal(closedBy(await store.close(cancelled(orderId))).revision, 3);
    },
  })) satisfies readonly ContractCase[]),
  {
    title: 'has a takeover that arrives after the order was cancelled and tried again change nothing',
    async run(table, orderId) {
      const { store, struck, land } = storesOver(table, 'lands-later');
      await store.claim(aClaim({ orderId }));
      await struck.takeOver({ orderId, execution: by('x') });
      await store.takeOver({ orderId, execution: by('y') });
      await store.close(cancelled(orderId, 'y'));
      await store.claim(aClaim({ orderId, execution: by('c'), fingerprint: 'content-2' }));
      await land();
      const answer = await store.close(aClosing({ orderId, execution: by('c'), attempt: 2 }));
      assert.equal(answer.answer, 'closed');
    },
  },
];

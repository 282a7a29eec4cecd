import assert from 'node:assert/strict';
import type { Claim } from '../order-store.ts';
import { aClaim, aClosing, anExecution } from './an-item.ts';
import { type ContractCase, storesOver } from './contract-case.ts';

const stored = { order: { orderId: '12345' }, validation: { total: 1 } };
const otherVerdict = { order: { orderId: '12345' }, validation: { total: 2 } };
const owned = (attempt = 1, verdict: object = stored) => ({
  answer: 'owned',
  record: { contract: attempt === 1 ? 1 : 2, attempt, ...verdict },
});
const duplicate = (owner: string, status: string, attempt = 1) => ({
  answer: 'duplicate',
  ...{ owner: anExecution(owner), attempt, status },
});

/** Claims, alone and several. */
export const claimCases: readonly ContractCase[] = [
  {
    title: 'gives an order to the first that asks',
    async run(table, orderId) {
      const { store } = storesOver(table);
      assert.deepEqual(await store.claim(aClaim({ orderId })), owned());
    },
  },
  {
    title: 'answers an owner that asks again, in a retry or a redrive, with what it stored: nothing is priced twice',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      assert.deepEqual(await store.claim(aClaim({ orderId, verdict: otherVerdict })), owned());
    },
  },
  {
    title: 'keeps a rejection too: an order that was rejected is so when it is asked again',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const verdict = { rejection: ['items: missing'] };
      assert.deepEqual(await store.claim(aClaim({ orderId, verdict })), owned(1, verdict));
      assert.deepEqual(await store.claim(aClaim({ orderId })), owned(1, verdict));
    },
  },
  {
    title: 'gives an order to exactly one of many executions at once, and names it to the others',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
      const claims = letters.map((letter) => aClaim({ orderId, execution: anExecution(letter) }));
      const answers = await Promise.all(claims.map((claim) => store.claim(claim)));
      const winners = letters.filter((_, index) => answers[index]?.answer === 'owned');
      assert.equal(winners.length, 1);
      const others = answers.filter(({ answer }) => answer !== 'owned');
      for (const answer of others) assert.deepEqual(answer, duplicate(winners[0] ?? '', 'open'));
    },
  },
  {
    title: 'gives the next attempt to exactly one of many executions at once, each with other content',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      await store.close(aClosing({ orderId, outcome: 'declined' }));
      const letters = ['b', 'c', 'd', 'e', 'f', 'g'];
      const answers = await Promise.all(
        letters.map((letter) => store.claim(aClaim({ orderId, execution: anExecution(letter), fingerprint: letter }))),
      );
      assert.deepEqual(answers.map(({ answer }) => answer).sort(), [
        'duplicate',
        'duplicate',
        'duplicate',
        'duplicate',
        'duplicate',
        'owned',
      ]);
      const winner = letters[answers.findIndex(({ answer }) => answer === 'owned')] ?? '';
      for (const answer of answers.filter((one) => one.answer === 'duplicate'))
        assert.deepEqual(answer, duplicate(winner, 'open', 2));
    },
  },
  {
    title: 'gives two invocations of one execution at once the same verdict',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const claims: Claim[] = [aClaim({ orderId }), aClaim({ orderId, verdict: otherVerdict })];
      const [one, other] = await Promise.all(claims.map((claim) => store.claim(claim)));
      assert.equal(one?.answer, 'owned');
      assert.deepEqual(one, other);
    },
  },
  ...[{ attempt: 2 }, { attempt: 3 }, { fingerprint: 'another card' }].map(
    (says): ContractCase => ({
      title: `gives an execution that was a duplicate nothing by a call of it that comes late, and says ${JSON.stringify(says)}`,
      async run(table, orderId) {
        const { store } = storesOver(table);
        const ask = () => store.claim(aClaim({ orderId, execution: anExecution('b'), ...says }));
        await store.claim(aClaim({ orderId }));
        assert.deepEqual(await ask(), duplicate('a', 'open'));
        assert.deepEqual(await ask(), duplicate('a', 'open'));
        await store.close(aClosing({ orderId, outcome: 'declined' }));
        assert.deepEqual(await ask(), duplicate('a', 'declined'));
        const next = { orderId, execution: anExecution('c'), attempt: 2, fingerprint: 'content-2' };
        assert.deepEqual(await store.claim(aClaim(next)), owned(2));
        await store.close(aClosing({ ...next, outcome: 'declined' }));
        assert.deepEqual(await ask(), duplicate('c', 'declined', 2));
      },
    }),
  ),
  {
    title: 'gives an execution that says a later attempt than it gets no other by a call of it that comes late',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const ask = () => store.claim(aClaim({ orderId, attempt: 2 }));
      assert.deepEqual(await ask(), owned());
      assert.deepEqual(await ask(), owned());
      const canceller = anExecution('x');
      await store.takeOver({ orderId, execution: canceller });
      await store.close(aClosing({ orderId, execution: canceller, outcome: 'cancelled' }));
      assert.deepEqual(await ask(), duplicate('x', 'cancelled'));
    },
  },
  {
    title: 'refuses an order to ten executions at once, each with other content, while it is open',
    async run(table, orderId) {
      const { store } = storesOver(table);
      await store.claim(aClaim({ orderId }));
      const letters = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];
      const answers = await Promise.all(
        letters.map((letter) => store.claim(aClaim({ orderId, execution: anExecution(letter), fingerprint: letter }))),
      );
      for (const answer of answers) assert.deepEqual(answer, duplicate('a', 'open'));
    },
  },
  {
    title: 'tries another card under one id, never an old one again, unless that is said aloud',
    async run(table, orderId) {
      const { store } = storesOver(table);
      const by = (letter: string, card: string, attempt?: number) =>
        store.claim(aClaim({ orderId, execution: anExecution(letter), fingerprint: card, attempt }));
      const declined = (letter: string, attempt: number) =>
        store.close(aClosing({ orderId, execution: anExecution(letter), attempt, outcome: 'declined' }));
      await by('a', 'first card');
      await declined('a', 1);
      assert.deepEqual(await by('b', 'second card'), owned(2));
      assert.deepEqual(await by('c', 'first card'), duplicate('b', 'open', 2));
      await declined('b', 2);
      assert.deepEqual(await by('d', 'first card'), duplicate('b', 'declined', 2));
      assert.deepEqual(await by('e', 'second card'), duplicate('b', 'declined', 2));
      assert.deepEqual(await by('f', 'first card', 2), duplicate('b', 'declined', 2));
      assert.deepEqual(await by('g', 'first card', 3), owned(3));
    },
  },
];

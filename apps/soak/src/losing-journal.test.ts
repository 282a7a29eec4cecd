import type { JournalEntry } from '@order-workflow/asl-engine';
import { expect, it } from 'vitest';
import { createLosingJournal } from './losing-journal.ts';

/** A journal, and how to let the disk go on by a turn. */
function begin({ cutsAt = [] as readonly number[], random = 0.9 }) {
  const turns: (() => void)[] = [];
  let cuts = 0;
  const journal = createLosingJournal({
    cutsAt,
    takeTurn: (work) =>
      new Promise((resolve) => {
        turns.push(() => {
          work();
          resolve();
        });
      }),
    random: () => random,
    onCut: () => cuts++,
  });
  const durable: string[] = [];
  return {
    journal,
    durable,
    cuts: () => cuts,
    append(name: string) {
      void journal.append(entryOf(name))?.then(() => durable.push(name));
    },
    async turn() {
      turns.shift()?.();
      await new Promise(setImmediate);
    },
    told: () => journal.list().map(({ name }) => name),
    idle: () => turns.length === 0,
  };
}

const entryOf = (name: string): JournalEntry => ({
  ...{ executionArn: `arn:${name}`, events: [], fibers: [], forgotten: [], redriveCount: 0 },
  start: {
    ...{ executionArn: `arn:${name}`, name, stateMachineArn: 'm', roleArn: 'r', type: 'STANDARD' },
    ...{ input: {}, startedAt: 1, seed: 1, definition: {} },
  },
});

it('tells of an entry at once, and says later that it is durable', async () => {
  const { journal, append, durable, turn, told, idle } = begin({});
  append('one');
  append('two');
  expect(told()).toEqual(['one', 'two']);
  await turn();
  append('three');
  expect([durable, journal.pending?.()]).toEqual([[], expect.any(Promise)]);
  await turn();
  expect(durable).toEqual(['one', 'two']);
  expect(journal.pending?.()).toBeDefined();
  await turn();
  await turn();
  expect(durable).toEqual(['one', 'two', 'three']);
  expect([journal.pending?.(), idle()]).toEqual([undefined, true]);
});

it.each([
  ['what is on its way, and all after it', 0.9, ['one']],
  ['all after what is on its way, where the disk had that', 0.1, ['one', 'two']],
])('forgets at a power cut %s; nobody hears that it is durable', async (_, random, left) => {
  const { journal, append, durable, turn, told, cuts, idle } = begin({ cutsAt: [2], random });
  append('one');
  await turn();
  append('two');
  await turn();
  await turn();
  append('three');
  expect([told(), cuts()]).toEqual([['one', 'two', 'three'], 0]);
  await turn();
  expect([told(), journal.running(), cuts()]).toEqual([left, left.map((name) => `arn:${name}`), 1]);
  expect([durable, journal.pending?.(), idle()]).toEqual([['one'], undefined, true]);
  append('four');
  await turn();
  await turn();
  expect([told(), durable]).toEqual([
    [...left, 'four'],
    ['one', 'four'],
  ]);
});

import {
  createMemoryJournal,
  createVirtualClock,
  execute,
  parseDefinition,
  TaskFailure,
} from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { readMachineFacts } from '../orders/read-machine-facts.ts';
import { waits } from './tell-waits.ts';

const definition = JSON.stringify({
  StartAt: 'Ship Order',
  States: {
    'Ship Order': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f' },
      Retry: [{ ErrorEquals: ['CarrierUnavailable'], IntervalSeconds: 60, BackoffRate: 2, MaxAttempts: 6 }],
      End: true,
    },
  },
});

/** An execution that has failed once and waits a minute of a clock that stands still. */
async function waiting() {
  const journal = createMemoryJournal();
  const clock = createVirtualClock({ start: 0 });
  // While there is work the clock stands.
  clock.beginWork();
  async function fail(name: string): Promise<void> {
    const failed = Promise.withResolvers<void>();
    execute(parseDefinition(definition), {
      name,
      input: {},
      journal,
      clock,
      onEvent: ({ type }) => type === 'TaskFailed' && failed.resolve(),
      invokeLambda: () => {
        throw new TaskFailure('CarrierUnavailable', 'down');
      },
    });
    await failed.promise;
    await new Promise(setImmediate);
  }
  await fail('order-1');
  const lines: string[] = [];
  const facts = readMachineFacts(definition);
  return {
    fail,
    lines,
    watch: waits({ journal, facts, clock, tell: (line) => lines.push(line), whatToDo: 'What to do.' }),
  };
}

describe(waits, () => {
  it('says nothing for five seconds, then order, state, next attempt and what to do, and nothing again until something changes', async () => {
    const { lines, watch } = await waiting();
    for (const second of [0, 1, 2, 3, 4]) watch.look(second * 1000);
    expect(lines).toEqual([]);
    for (const second of [5, 6, 60]) watch.look(second * 1000);
    expect(lines).toEqual([
      'order-1 waits at Ship Order: retry 1 of 6 in 1 min 0 s (CarrierUnavailable)',
      'What to do.',
    ]);
  });

  it('says what to do once, and not with each order and attempt that it tells of', async () => {
    const { fail, lines, watch } = await waiting();
    for (const second of [0, 5]) watch.look(second * 1000);
    await fail('order-2');
    for (const second of [6, 11]) watch.look(second * 1000);
    expect(lines).toEqual([
      'order-1 waits at Ship Order: retry 1 of 6 in 1 min 0 s (CarrierUnavailable)',
      'What to do.',
      'order-2 waits at Ship Order: retry 1 of 6 in 1 min 0 s (CarrierUnavailable)',
    ]);
  });
});

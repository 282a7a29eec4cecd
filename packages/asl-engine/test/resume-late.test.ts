import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  type Clock,
  createMemoryJournal,
  createVirtualClock,
  execute,
  parseDefinition,
  redrive,
  resumeExecutions,
} from '../src/index.ts';

const definition = parseDefinition({
  StartAt: 'Wait',
  TimeoutSeconds: 3600,
  States: { Wait: { Type: 'Wait', Seconds: 60, Next: 'Done' }, Done: { Type: 'Succeed' } },
});
const start = Date.UTC(2026, 2, 2);

/** A clock on which no wait ever passes: what waits is still under way when its process ends. */
const standing: Clock = {
  now: () => start,
  setTimer: () => () => undefined,
  sleep: () => new Promise(() => undefined),
  beginWork: () => () => undefined,
};

/** An execution that was interrupted while it waited, and goes on so many seconds after its start. */
async function resumedAfter(seconds: number) {
  const journal = createMemoryJournal();
  execute(definition, { input: {}, name: 'late', journal, clock: standing });
  await turn();
  const clock = createVirtualClock({ start: start + seconds * 1000 });
  const [execution] = resumeExecutions(journal, { clock });
  return { journal, clock, execution: execution ?? expect.fail('nothing to resume') };
}

describe('an execution that goes on late', () => {
  it('ends well within its time-out, though what it waited for is long over', async () => {
    expect(await (await resumedAfter(3599)).execution.result).toMatchObject({ status: 'SUCCEEDED' });
  });

  // Regression: a wait that was over fired before the deadline, which was over too, and the execution succeeded.
  it.each([3600, 7200])(
    'has timed out when it goes on after %i seconds, as it would have meanwhile',
    async (seconds) => {
      const { execution } = await resumedAfter(seconds);
      expect(await execution.result).toMatchObject({ status: 'TIMED_OUT' });
      expect(execution.history().at(-1)).toMatchObject({ type: 'ExecutionTimedOut' });
    },
  );

  it('gets a new time-out by a redrive', async () => {
    const { journal, clock, execution } = await resumedAfter(7200);
    await execution.result;
    expect(await redrive(journal, execution.executionArn, { clock }).result).toMatchObject({ status: 'SUCCEEDED' });
  });

  // Regression: it was held to the time of its first start, and timed out at once.
  it('keeps the time-out of its redrive when it is interrupted again', async () => {
    const { journal, execution } = await resumedAfter(7200);
    await execution.result;
    redrive(journal, execution.executionArn, { clock: { ...standing, now: () => start + 10_000_000 } });
    const [again] = resumeExecutions(journal, { clock: createVirtualClock({ start: start + 10_100_000 }) });
    expect(await again?.result).toMatchObject({ status: 'SUCCEEDED' });
  });
});

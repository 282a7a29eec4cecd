import { createVirtualClock, execute, parseDefinition, TaskFailure } from '@order-workflow/asl-engine';
import { expect, it } from 'vitest';
import { watchWaits } from './watch-waits.ts';

it('sees the waits between tries, and no other timers', async () => {
  const definition = parseDefinition({
    StartAt: 'Try',
    TimeoutSeconds: 3600,
    States: {
      Try: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'f', Payload: {} },
        TimeoutSeconds: 60,
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3, BackoffRate: 2, MaxAttempts: 3 }],
        Next: 'Rest',
      },
      Rest: { Type: 'Wait', Seconds: 100, End: true },
    },
  });
  const waits: number[] = [];
  const watch = watchWaits(createVirtualClock(), (milliseconds) => waits.push(milliseconds));
  let tries = 0;
  const { result } = execute(definition, {
    clock: watch.clock,
    onEvent: watch.onEvent,
    invokeLambda: async () => {
      if (++tries < 3) throw new TaskFailure('Busy');
      return { payload: 1 };
    },
  });
  expect((await result).status).toBe('SUCCEEDED');
  expect(waits).toEqual([3_000, 6_000]);
});

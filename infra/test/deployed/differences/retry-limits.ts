import { endThere } from '../end-there.ts';
import type { Difference } from './difference.ts';
import { withStateMachine } from './with-state-machine.ts';

const retry = { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, BackoffRate: 3, MaxAttempts: 2 };
const definition = {
  StartAt: 'Fail',
  States: {
    Fail: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'there-is-none' },
      Retry: [{ ...retry, MaxDelaySeconds: 1, JitterStrategy: 'FULL' }],
      End: true,
    },
  },
};

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html, MaxDelaySeconds and JitterStrategy */
export const retryLimits: Difference = {
  says: 'AWS caps the wait between retries and takes a random part of it; the local engine is held to that.',
  async probe(clients) {
    const { answer } = await withStateMachine(clients, definition, async (arn) => {
      const began = performance.now();
      await endThere(clients, arn, 'probe', '{}');
      return (performance.now() - began) / 1000;
    });
    const waited = answer ?? 0;
    return { differs: waited > 3.5, seen: `waited ${waited.toFixed(1)} s where AWS waits 2 s at most` };
  },
};

import type { TaskIntegration } from '@order-workflow/asl-engine';
import { expect, it } from 'vitest';
import { type StopFault, withStopFaults } from './stop-faults.ts';

/** What comes of two calls, of which the first is struck, and how many of them stopped something. */
async function callTwice(fault: StopFault) {
  const faults: (StopFault | undefined)[] = [fault];
  let stopped = 0;
  const stop = withStopFaults(() => faults.shift())(async () => void stopped++);
  const call = async () => stop({}, {} as Parameters<TaskIntegration>[1]);
  const first = await call().then(
    () => 'done',
    (problem: { readonly error?: string }) => problem.error,
  );
  await call();
  return { first, stopped };
}

it.each<[StopFault, string, number]>([
  ['throttled', 'Sfn.ThrottlingException', 1],
  ['answer-lost', 'Sfn.SdkClientException', 2],
  ['not-there', 'Sfn.ExecutionDoesNotExistException', 1],
  ['bad-arn', 'Sfn.InvalidArnException', 1],
  ['refused', 'Sfn.ValidationException', 1],
])('lets one call of StopExecution come to %s, and the next be answered', async (fault, first, stopped) => {
  expect(await callTwice(fault)).toEqual({ first, stopped });
});

import type { InvocationResult } from '@order-workflow/local';
import { describe, expect, it } from 'vitest';
import { limitPassed } from '../src/limit-passed.ts';
import { ScheduleVoid } from '../src/run-to-verdict.ts';
import { soak } from '../src/soak.ts';

const failed = (errorType: string): InvocationResult => ({
  kind: 'failed',
  error: { errorType, errorMessage: 'nothing heard for 300 s' },
});

/** A machine on which the first functions that are called fall silent, and are given up by the host. */
function stalling(invocations: number) {
  let left = invocations;
  return {
    seed: 3,
    schedules: 2,
    lanes: 1,
    aroundFunctions:
      (invoke: Invoke): Invoke =>
      (...call) =>
        left-- > 0 ? Promise.resolve(failed('FunctionStalled')) : invoke(...call),
  };
}
type Invoke = NonNullable<Parameters<NonNullable<Parameters<typeof soak>[0]['aroundFunctions']>>[0]>;

describe(soak, () => {
  it('takes a schedule in which a function stalled for void, and runs it again instead of seeing a violation', async () => {
    const { failure, tally } = await soak(stalling(1));
    expect(failure).toBeUndefined();
    expect(tally.counts).toMatchObject({ schedules: 2, void: 1 });
    expect(tally.rows()).toContainEqual(['  void, and run again', '1']);
  });

  it('judges nothing and says so when a function stalls however often it is run', async () => {
    const problem = await soak(stalling(Number.POSITIVE_INFINITY)).catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(ScheduleVoid);
    expect(problem).toHaveProperty('message', expect.stringMatching(/void 3 times \(FunctionStalled: nothing heard/));
  });
});

describe(limitPassed, () => {
  it.each<[string, InvocationResult, boolean, boolean]>([
    ['a function that was given up', failed('FunctionStalled'), false, true],
    ['a topic that was given up', failed('NotificationsUnavailable'), false, true],
    ['a topic that a fault struck', failed('NotificationsUnavailable'), true, false],
    ['a bus that was given up', failed('OrderEventsUnavailable'), false, true],
    ['a bus that a fault struck', failed('OrderEventsUnavailable'), true, false],
    ['a time-out that is virtual', failed('Sandbox.Timedout'), false, false],
    ['a gateway that is down', failed('PaymentGatewayUnavailable'), false, false],
    ['an answer', { kind: 'returned', payload: {} }, false, false],
  ])('knows %s', (_, result, struck, passed) => {
    expect(limitPassed(result, () => struck)).toBe(
      passed ? `${(result as { error: { errorType: string } }).error.errorType}: nothing heard for 300 s` : undefined,
    );
  });
});

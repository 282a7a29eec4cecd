import type { StageFacts } from '@order-workflow/stage-kit';
import type { PlannedState, StagePlan } from '../composition/planned-state.ts';
import { allWaits, type RetryPolicy } from './retry-policies.ts';
import type { TimeLimits } from './time-limits.ts';

/** `TimeoutSeconds` of a stage's task: the function times out first, and says so by name. */
export function taskTimeoutSeconds({ timeoutSeconds }: StageFacts, { callSeconds }: TimeLimits): number {
  return timeoutSeconds + callSeconds;
}

/** Seconds that an execution takes at the very most: every state is entered, each time-out and each wait is used up. */
export function longestRun(plan: readonly PlannedState[], limits: TimeLimits): number {
  return plan.reduce((seconds, planned) => seconds + longestState(planned, limits), 0);
}

/**
 * `TimeoutSeconds` of an execution: longer than all retries together.
 *
 * @throws RangeError when the type of the workflow does not give it that long
 */
export function executionTimeoutSeconds(plan: readonly PlannedState[], limits: TimeLimits): number {
  const longest = longestRun(plan, limits);
  const { executionSeconds } = limits;
  if (executionSeconds === undefined) return (Math.ceil(longest / 3600) + 1) * 3600;
  if (longest >= executionSeconds)
    throw new RangeError(
      `an execution may take ${longest} s, expected less than ${executionSeconds}: give stages less time, or use STANDARD`,
    );
  return executionSeconds;
}

/** Seconds for which a state is tried at least that belongs to no stage, so that no manifest says it: Park Notice, Stop Execution. */
export const parkPatienceSeconds = 6 * 60 * 60;

/** Seconds for which a state is retried at least before it is given up; undefined where nothing can fail. */
export function patienceOf(planned: PlannedState): number | undefined {
  if (planned.kind === 'standing' || planned.kind === 'placed' || planned.kind === 'wait') return undefined;
  return planned.kind === 'stage' ? planned.patienceSeconds : parkPatienceSeconds;
}

/** How a state that calls a stage's function is retried. */
export function retryOfStage({ patienceSeconds, awaits }: StagePlan, limits: TimeLimits): RetryPolicy {
  const { retryFor, awaitFor = retryFor } = limits;
  return awaits ? awaitFor(patienceSeconds) : retryFor(patienceSeconds);
}

/** How a state is retried; undefined where nothing can fail. */
export function retryOf(planned: PlannedState, limits: TimeLimits): RetryPolicy | undefined {
  if (planned.kind === 'stage') return retryOfStage(planned, limits);
  const seconds = patienceOf(planned);
  return seconds === undefined ? undefined : limits.retryFor(seconds);
}

function longestState(planned: PlannedState, limits: TimeLimits): number {
  const policy = retryOf(planned, limits);
  if (planned.kind === 'wait') return planned.seconds;
  if (planned.kind === 'standing' || planned.kind === 'placed' || policy === undefined) return 0;
  const timeout = planned.kind === 'stage' ? taskTimeoutSeconds(planned.stage, limits) : limits.parkSeconds;
  return (policy.maxAttempts + 1) * timeout + allWaits(policy);
}

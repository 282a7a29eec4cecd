import type { StageFacts } from '@order-workflow/order-domain';
import type { PlannedState } from './composition/plan.ts';
import { longestWait, retryPolicies } from './retry-policies.ts';

/** Seconds that a task gets beyond its function's own time-out, for a cold start and the call itself. */
const callSeconds = 10;

/** `TimeoutSeconds` of a stage's task: the function times out first, and says so by name. */
export function taskTimeoutSeconds({ timeoutSeconds }: StageFacts): number {
  return timeoutSeconds + callSeconds;
}

/** Seconds that an execution takes at the very most: every state is entered, each time-out and each wait is used up. */
export function longestRun(plan: readonly PlannedState[]): number {
  return plan.reduce((seconds, planned) => seconds + longestState(planned), 0);
}

/** `TimeoutSeconds` of Park Notice. */
export const parkTimeoutSeconds = 30;

function longestState(planned: PlannedState): number {
  if (planned.kind === 'standing') return 0;
  const policy = retryPolicies[planned.kind === 'park' ? 'patient' : planned.stage.patience];
  const timeout = planned.kind === 'park' ? parkTimeoutSeconds : taskTimeoutSeconds(planned.stage);
  return (policy.maxAttempts + 1) * timeout + longestWait(policy);
}

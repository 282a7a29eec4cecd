import { awaitFor, isPatient, type RetryPolicy, retryFor } from './retry-policies.ts';
import type { WorkflowType } from './workflow-type.ts';

/** How long the parts of a workflow may take. The one thing in which the two types of it differ. */
export interface TimeLimits {
  /** Seconds that a task gets beyond its function's own time-out, for a cold start and the call itself. */
  readonly callSeconds: number;
  /** `TimeoutSeconds` of Park Notice. */
  readonly parkSeconds: number;
  /** The Retry of what a manifest wants tried for at least so many seconds. */
  readonly retryFor: (patienceSeconds: number) => RetryPolicy;
  /** The Retry of a state that waits for what its stage awaits; none where there is no time for such a state. */
  readonly awaitFor?: (patienceSeconds: number) => RetryPolicy;
  /** Seconds that Step Functions gives an execution, where that is less than anybody could need. */
  readonly executionSeconds?: number;
}

/**
 * Express ends an execution after five minutes, whatever it is doing. So everything has to fit, at its very slowest: an
 * undo that cannot be done must fail by itself, and not be cut off. See docs/decisions/0012.
 */
export const timeLimits: Readonly<Record<WorkflowType, TimeLimits>> = {
  STANDARD: { callSeconds: 10, parkSeconds: 30, retryFor, awaitFor },
  EXPRESS: {
    callSeconds: 2,
    parkSeconds: 10,
    retryFor: (seconds) =>
      isPatient(seconds)
        ? { intervalSeconds: 2, backoffRate: 2, maxDelaySeconds: 4, maxAttempts: 1 }
        : { intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 2, maxAttempts: 1 },
    executionSeconds: 300,
  },
};

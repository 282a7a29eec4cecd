import type { WrittenRetrier } from '../definition/flow.ts';

/** As Amazon States Language has it where a retrier does not say. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const defaults = { attempts: 3, interval: 1, rate: 2 } as const;

/** A retrier with what it leaves unsaid. Seconds. */
export interface ToldRetry {
  readonly errors: readonly string[];
  readonly attempts: number;
  readonly interval: number;
  readonly rate: number;
  /** The longest wait; undefined where there is none. */
  readonly most: number | undefined;
  /** Whether a wait is anything from none to what was worked out. */
  readonly jitter: boolean;
}

export function retryPolicy(retrier: WrittenRetrier): ToldRetry {
  const { ErrorEquals, MaxAttempts, IntervalSeconds, BackoffRate, MaxDelaySeconds, JitterStrategy } = retrier;
  return {
    errors: ErrorEquals,
    attempts: MaxAttempts ?? defaults.attempts,
    interval: IntervalSeconds ?? defaults.interval,
    rate: BackoffRate ?? defaults.rate,
    most: MaxDelaySeconds,
    jitter: JitterStrategy === 'FULL',
  };
}

/** Seconds of the wait after so many attempts that this retrier has begun already; of jitter the most. */
export function waitSeconds({ interval, rate, most = Number.POSITIVE_INFINITY }: ToldRetry, before: number): number {
  return Math.min(most, interval * rate ** before);
}

/** Errors that no wildcard means: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const meantByNone: ReadonlySet<string> = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** Which of the policies retries an error: the first that names it, or means it. */
export function policyFor(policies: readonly ToldRetry[], error: string): ToldRetry | undefined {
  return policies.find(({ errors }) =>
    errors.some(
      (named) =>
        named === error ||
        (named === 'States.ALL' && !meantByNone.has(error)) ||
        (named === 'States.TaskFailed' && !meantByNone.has(error) && error !== 'States.Timeout'),
    ),
  );
}

import { matchesError } from '../failure/match-error.ts';
import type { StateFailure } from '../failure/state-failure.ts';

/** One compiled Retrier, with the defaults filled in (spec, "Retrying after error"). */
export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: boolean;
}

/**
 * Decides whether a state is tried again after a failure. `attempts` counts the retries of each retrier and is advanced. Gives the
 * milliseconds to wait, or undefined for no retry. With full jitter the wait is random between zero and the computed one.
 */
export function nextRetryDelay(
  retriers: readonly Retrier[],
  attempts: number[],
  failure: StateFailure,
  random: () => number,
): number | undefined {
  const index = retriers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
  const retrier = retriers[index];
  if (!retrier) return undefined;
  const made = attempts[index] ?? 0;
  if (made >= retrier.maxAttempts) return undefined;
  attempts[index] = made + 1;
  const seconds = Math.min(
    retrier.intervalSeconds * retrier.backoffRate ** made,
    retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY,
  );
  // No wait is longer than an execution may be (a year), so that a huge rate does not leave the range of instants.
  const milliseconds = Math.min(seconds * 1000, 31_536_000_000);
  return retrier.jitter ? Math.floor(random() * milliseconds) : milliseconds;
}

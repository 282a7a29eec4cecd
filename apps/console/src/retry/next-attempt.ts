import type { Visit } from '../history/visit.ts';
import { policyFor, type ToldRetry, waitSeconds } from './retry-policy.ts';

/** The attempt that a visit waits for. */
export interface NextAttempt {
  /** Epoch milliseconds; with `jitter` the latest. */
  readonly at: number;
  /** Which of the visit it will be, from 1. */
  readonly number: number;
  /** How many more may follow it, of the retrier that counts. */
  readonly left: number;
  readonly jitter: boolean;
}

/** When a visit is tried again whose last attempt failed; undefined where no policy says that it is. */
export function nextAttempt({ attempts, exitedAt }: Visit, policies: readonly ToldRetry[]): NextAttempt | undefined {
  const last = attempts.at(-1);
  if (exitedAt !== undefined || last?.status !== 'failed' || last.endedAt === undefined || !last.failure)
    return undefined;
  const policy = policyFor(policies, last.failure.error);
  if (!policy) return undefined;
  // Each retrier counts its own, and a redrive begins anew.
  const before = attempts
    .slice(0, -1)
    .filter(
      ({ redrive, failure }) => redrive === last.redrive && failure && policyFor(policies, failure.error) === policy,
    );
  const left = policy.attempts - before.length - 1;
  if (left < 0) return undefined;
  const at = last.endedAt + waitSeconds(policy, before.length) * 1000;
  return { at, number: attempts.length + 1, left, jitter: policy.jitter };
}

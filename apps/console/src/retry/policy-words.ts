import { formatDuration } from '../show/format-duration.ts';
import { type ToldRetry, waitSeconds } from './retry-policy.ts';

/** What a retrier does, as a sentence begins that its errors begin: `is tried again up to 3 times: after 2 s, then …`. */
export function policyWords(policy: ToldRetry): string {
  const { attempts, interval, rate, most, jitter } = policy;
  if (attempts === 0) return 'is not tried again';
  const seconds = (of: number) => formatDuration(of * 1000);
  const times = attempts === 1 ? 'once more' : `again, up to ${attempts} times`;
  const first = `${jitter ? 'within' : 'after'} ${seconds(Math.min(interval, most ?? interval))}`;
  const grows = attempts > 1 && rate !== 1;
  const then = grows ? `, each time ${rate === 2 ? 'twice' : `${rate} times`} as long as before` : '';
  const cap = grows && most !== undefined && waitSeconds({ ...policy, most: undefined }, attempts - 1) > most;
  const all = allWaits(policy);
  const given =
    attempts > 1 && all <= longestExecution
      ? `; given up after ${jitter ? 'at most ' : ''}${seconds(all)} of waiting`
      : '';
  return `is tried ${times}: ${first}${then}${cap ? `, at most ${seconds(most)}` : ''}${given}`;
}

/** Seconds that an execution lives at most: what is tried for longer is not given up before. */
const longestExecution = 365 * 24 * 3600;

/** By that many attempts a wait that grows is at its cap, or longer than any execution. */
const addedUp = 1_000;

function allWaits(policy: ToldRetry): number {
  const length = Math.min(policy.attempts, addedUp);
  const first = Array.from({ length }, (_, before) => waitSeconds(policy, before));
  const others = policy.attempts - length;
  return first.reduce((sum, one) => sum + one, 0) + (others > 0 ? others * waitSeconds(policy, length) : 0);
}

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
  const whole = Array.from({ length: Math.min(attempts, 1_000) }, (_, before) => waitSeconds(policy, before));
  const all = whole.reduce((sum, one) => sum + one, 0);
  const given = attempts > 1 ? `; given up after ${jitter ? 'at most ' : ''}${seconds(all)} of waiting` : '';
  return `is tried ${times}: ${first}${then}${cap ? `, at most ${seconds(most)}` : ''}${given}`;
}

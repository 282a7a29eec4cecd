import { describe, expect, it } from 'vitest';
import type { Attempt, Visit } from '../history/visit.ts';
import { nextAttempt } from './next-attempt.ts';
import { policyWords } from './policy-words.ts';
import { policyFor, retryPolicy, type ToldRetry } from './retry-policy.ts';

const policy = (fields: Partial<ToldRetry> = {}): ToldRetry => ({
  ...retryPolicy({ ErrorEquals: ['GatewayDown'] }),
  ...fields,
});
const failedAt = (endedAt: number, error = 'GatewayDown', redrive = 0): Attempt => ({
  ...{ scheduledAt: endedAt - 5, endedAt, status: 'failed', redrive },
  failure: { error, cause: '' },
});
const visit = (...attempts: readonly Attempt[]): Visit => ({ state: 'Pay', kind: 'Task', enteredAt: 0, attempts });

describe(nextAttempt, () => {
  it('is as far from the last failure as its retrier waits by then, and no farther than that waits at most', () => {
    const policies = [policy({ attempts: 4, interval: 2, rate: 3, most: 10 })];
    const ends = [1_000, 4_000, 11_000];
    const nexts = ends.map((_, each) =>
      nextAttempt(visit(...ends.slice(0, each + 1).map((at) => failedAt(at))), policies),
    );
    expect(nexts).toEqual([
      { at: 3_000, number: 2, left: 3, jitter: false },
      { at: 10_000, number: 3, left: 2, jitter: false },
      { at: 21_000, number: 4, left: 1, jitter: false },
    ]);
  });

  it('counts for each retrier what that one has retried, and after a redrive anew', () => {
    const policies = [policy({ attempts: 1 }), policy({ errors: ['States.ALL'], attempts: 2, interval: 60 })];
    expect(nextAttempt(visit(failedAt(1_000, 'Other'), failedAt(2_000)), policies)).toMatchObject({
      at: 3_000,
      left: 0,
    });
    expect(nextAttempt(visit(failedAt(1_000), failedAt(2_000)), policies)).toBeUndefined();
    expect(nextAttempt(visit(failedAt(1_000), failedAt(2_000, 'GatewayDown', 1)), policies)).toMatchObject({ left: 0 });
  });

  it('is none where nothing retries the error, the state was left, or an attempt is under way', () => {
    expect(nextAttempt(visit(failedAt(1_000, 'Declined')), [policy()])).toBeUndefined();
    expect(nextAttempt({ ...visit(failedAt(1_000)), exitedAt: 1_000 }, [policy()])).toBeUndefined();
    expect(nextAttempt(visit({ scheduledAt: 1, status: 'running', redrive: 0 }), [policy()])).toBeUndefined();
    expect(nextAttempt(visit(), [policy()])).toBeUndefined();
  });
});

describe(policyFor, () => {
  it.each([
    ['GatewayDown', ['GatewayDown'], true],
    ['GatewayDown', ['States.ALL'], true],
    ['GatewayDown', ['States.TaskFailed'], true],
    ['States.Timeout', ['States.TaskFailed'], false],
    ['States.Runtime', ['States.ALL'], false],
    ['States.DataLimitExceeded', ['States.ALL'], false],
    ['GatewayDown', ['gatewaydown'], false],
  ])('of %s that %j retries: %s', (error, errors, found) => {
    expect(policyFor([policy({ errors })], error) !== undefined).toBe(found);
  });
});

describe(policyWords, () => {
  it.each([
    [{ attempts: 0 }, 'is not tried again'],
    [{ attempts: 1, interval: 2 }, 'is tried once more: after 2.0 s'],
    [
      { attempts: 3, interval: 2 },
      'is tried again, up to 3 times: after 2.0 s, each time twice as long as before; given up after 14.0 s of waiting',
    ],
    [
      { attempts: 3, interval: 60, rate: 1, jitter: true },
      'is tried again, up to 3 times: within 1 min; given up after at most 3 min of waiting',
    ],
    [
      { attempts: 20, interval: 10, rate: 1.5, most: 60 },
      'is tried again, up to 20 times: after 10.0 s, each time 1.5 times as long as before, at most 1 min; given up after 17 min 11 s of waiting',
    ],
    [
      { attempts: 1350, interval: 8, most: 900 },
      'is tried again, up to 1350 times: after 8.0 s, each time twice as long as before, at most 15 min; given up after 14 d of waiting',
    ],
    [
      { attempts: 99_999_999, interval: 8 },
      'is tried again, up to 99999999 times: after 8.0 s, each time twice as long as before',
    ],
  ])('%j: %s', (fields, words) => {
    expect(policyWords(policy(fields))).toBe(words);
  });
});

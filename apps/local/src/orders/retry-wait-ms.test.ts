import { describe, expect, it } from 'vitest';
import { retryWaitMs } from './read-machine-facts.ts';

describe(retryWaitMs, () => {
  it.each([
    [{}, 1, 1_000],
    [{}, 3, 4_000],
    [{ IntervalSeconds: 5, BackoffRate: 1.5 }, 2, 7_500],
    [{ IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 30 }, 10, 30_000],
  ])('of %j before retry %i is %i ms', (retrier, retry, milliseconds) => {
    expect(retryWaitMs(retrier, retry)).toBe(milliseconds);
  });
});

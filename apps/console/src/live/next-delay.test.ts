import { describe, expect, it } from 'vitest';
import { nextDelay } from './next-delay.ts';

describe(nextDelay, () => {
  it('asks soon after news, and ever later without any', () => {
    const delays = [0, 1, 2, 10].map((unchanged) => nextDelay({ busy: true, unchanged, failures: 0 }));
    expect(delays).toEqual([500, 750, 1125, 5_000]);
  });

  it('asks seldom when nothing is on its way', () => {
    expect(nextDelay({ busy: false, unchanged: 0, failures: 0 })).toBe(10_000);
  });

  it('leaves a server that does not answer ever longer in peace', () => {
    const delays = [1, 2, 3, 9].map((failures) => nextDelay({ busy: true, unchanged: 0, failures }));
    expect(delays).toEqual([1_000, 2_000, 4_000, 15_000]);
  });
});

import { createVirtualClock } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

describe(TokenBucket, () => {
  it('lets through what it holds at once, then so many a second, and never holds more', () => {
    const bucket = new TokenBucket({ size: 2, perSecond: 4 }, 0);
    const taken = (now: number, times: number) =>
      Array.from({ length: times }, () => bucket.take(now)).filter(Boolean).length;
    expect([taken(0, 3), taken(100, 1), taken(250, 2), taken(60_000, 5)]).toEqual([2, 0, 1, 2]);
  });

  it('has each wait its turn', async () => {
    const clock = createVirtualClock({ start: 0 });
    const bucket = new TokenBucket({ size: 1, perSecond: 2 }, 0);
    const at = await Promise.all(Array.from({ length: 4 }, async () => [await bucket.await(clock), clock.now()]));
    expect(at).toEqual([
      [false, 0],
      [true, 500],
      [true, 1000],
      [true, 1500],
    ]);
  });
});

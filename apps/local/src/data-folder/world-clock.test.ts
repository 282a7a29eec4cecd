import { createVirtualClock } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { worldClock } from './world-clock.ts';

describe(worldClock, () => {
  it('is never behind the machine: in a long --fast-forward run a charge once seemed older than its order, and was not refunded', () => {
    const now = Date.now();
    const minuteAgo = createVirtualClock({ start: now - 60_000 });
    expect(worldClock(minuteAgo).now()).toBeGreaterThanOrEqual(now);
  });

  it('goes ahead with the workflow', () => {
    const hourAhead = createVirtualClock({ start: Date.now() + 3_600_000 });
    expect(worldClock(hourAhead).now()).toBe(hourAhead.now());
  });
});

import type { Clock } from '@order-workflow/asl-engine';

/** A clock on which no wait ever passes: what waits is still under way when its process ends. */
export function standingClock(now: () => number = Date.now): Clock {
  return {
    now,
    setTimer: () => () => undefined,
    sleep: () => new Promise(() => undefined),
    beginWork: () => () => undefined,
  };
}

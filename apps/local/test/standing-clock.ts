import type { Clock } from '@order-workflow/asl-engine';

/** A clock on which no wait ever passes: what waits is still under way when its process ends. */
export function standingClock(): Clock {
  return {
    now: Date.now,
    setTimer: () => () => undefined,
    sleep: () => new Promise(() => undefined),
    beginWork: () => () => undefined,
  };
}

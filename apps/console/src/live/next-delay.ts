/** What the last answer was like. */
export interface PollState {
  /** Something is on its way, so news may come at any moment. */
  readonly busy: boolean;
  /** How many answers in a row brought nothing new. */
  readonly unchanged: number;
  /** How many calls in a row failed. */
  readonly failures: number;
}

const busyMs = { first: 500, most: 5_000, factor: 1.5 };
const failedMs = { first: 1_000, most: 15_000, factor: 2 };
const idleMs = 10_000;

/** Milliseconds until the server is asked again: soon while something happens, and ever later when nothing does. */
export function nextDelay({ busy, unchanged, failures }: PollState): number {
  if (failures > 0) return growing(failedMs, failures - 1);
  return busy ? growing(busyMs, unchanged) : idleMs;
}

function growing({ first, most, factor }: typeof busyMs, times: number): number {
  return Math.min(most, first * factor ** times);
}

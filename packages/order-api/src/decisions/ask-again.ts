/** The longest that anybody is told to wait, in seconds. */
const longest = 3_600;

/**
 * In how many seconds it is worth asking again for what began so long ago: a tenth of its age, so that whoever watches an order
 * asks often while it is young, and hardly while it waits for days.
 */
export function askAgainSeconds(startedAtMs: number, nowMs: number): number {
  const age = Number.isFinite(startedAtMs) ? (nowMs - startedAtMs) / 1000 : 0;
  return Math.min(longest, Math.max(1, Math.ceil(age / 10)));
}

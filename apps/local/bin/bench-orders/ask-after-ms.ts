/**
 * Milliseconds until whoever waits for an order asks after it again: not before it can be over, and the more seldom the longer it takes.
 * Who asks all the time measures the asking, and holds up what it waits for.
 */
export function askAfterMs(spentMs: number, usualMs: number | undefined): number {
  if (usualMs === undefined) return Math.max(10, spentMs);
  const isLate = spentMs > usualMs * 1.2;
  return Math.max(1, usualMs * 0.8 - spentMs, spentMs * (isLate ? 0.15 : 0.05));
}

import type { ExecutionSnapshot } from './execution-snapshot.ts';

/**
 * Milliseconds from an execution's start to its end, or to `now` (epoch milliseconds) while it runs. The server's clock may
 * be ahead of this one, so the newest event counts when it is later.
 */
export function elapsedTime({ execution, events }: ExecutionSnapshot, now: number): number {
  const end = execution.stopDate ?? Math.max(now, events.at(-1)?.at ?? now);
  return end - execution.startDate;
}

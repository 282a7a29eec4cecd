import { formatDuration } from './format-duration.ts';

/** `24 orders in 1.2 s: 20 fulfilled, 4 rejected` */
export function renderTally(tally: ReadonlyMap<string, number>, milliseconds: number): string {
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  const counts = [...tally].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `${total} orders in ${formatDuration(milliseconds)}: ${counts}`;
}

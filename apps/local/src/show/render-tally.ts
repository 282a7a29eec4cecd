import { outcomes } from '@order-workflow/order-domain';
import { formatDuration } from '../terminal/format-duration.ts';

/** Good news first; what is not listed comes last. */
const sequence: readonly string[] = [...outcomes, 'FAILED'];

/** `24 orders in 1.2 s: 20 fulfilled, 4 rejected` */
export function renderTally(tally: ReadonlyMap<string, number>, milliseconds: number): string {
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  const place = (kind: string) => (sequence.includes(kind) ? sequence.indexOf(kind) : sequence.length);
  const counts = [...tally].toSorted(([a], [b]) => place(a) - place(b)).map(([kind, count]) => `${count} ${kind}`);
  return `${total} orders in ${formatDuration(milliseconds)}: ${counts.join(', ')}`;
}

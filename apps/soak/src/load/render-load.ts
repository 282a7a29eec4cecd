import { type NamedLoad, scale } from './loads.ts';
import type { LoadResult } from './run-load.ts';

export const loadHeader = [
  '| Orders | Placed | Start refused at first, longest wait | Transitions held back | Invocations turned away | Fulfilled, refunded, failed | Slowest order | Held without a parcel |',
  '|---|---|---|---|---|---|---|---|',
].join('\n');

/** A row of the table in docs/scale.md; counts as they would be at full size. */
export function loadRow({ name }: NamedLoad, result: LoadResult): string {
  const full = (count: number) => (count * scale).toLocaleString('en');
  const cells = [
    name,
    full(result.orders),
    result.throttledStarts === 0
      ? 'none'
      : `${full(result.throttledStarts)}, ${result.longestWaitToStart.toFixed(0)} s`,
    full(result.heldTransitions),
    full(result.turnedAway),
    `${full(result.fulfilled)}, ${full(result.refunded)}, ${full(result.failed)}`,
    `${result.slowestOrder.toFixed(1)} s`,
    result.heldWithoutParcel === 0 ? 'nothing' : `**${result.heldWithoutParcel}**`,
  ];
  return `| ${cells.join(' | ')} |`;
}

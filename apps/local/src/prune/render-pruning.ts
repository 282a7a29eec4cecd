import { printable } from '../terminal/printable-text.ts';
import type { Erased } from './erase-pruned.ts';
import type { WhyKept } from './judge-pruning.ts';
import type { KeptOrder, PrunePlan } from './plan-pruning.ts';

/** So many orders are named that are kept for one reason. */
const mostNamed = 5;

/** What would go, and what is kept and why, a line each. */
export function renderPlan({ before, orderIds, executionArns, kept }: PrunePlan): readonly string[] {
  const instant = new Date(before).toISOString();
  const reasons = Map.groupBy(kept, ({ why }) => why);
  return [
    `  Ended before ${instant}: ${orderIds.size} orders, ${executionArns.length} executions`,
    ...[...reasons].map(([why, orders]) => `  Kept: ${orders.length}, ${why}${named(why, orders)}`),
  ];
}

/** What ended later was not asked for: nobody looks for it here. */
function named(why: WhyKept, orders: readonly KeptOrder[]): string {
  if (why === 'ended later') return '';
  const names = orders.map(({ orderId, executionArn }) => printable(orderId ?? executionArn?.split(':').at(-1) ?? ''));
  return `: ${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? ', …' : ''}`;
}

/** @param bytes that the folder is smaller by */
export function renderErased(
  { executions, notices, letters, events, bookLines, items, batches }: Erased,
  bytes: number,
) {
  const counts = { executions, notices, letters, events, 'lines of the books': bookLines, items, batches };
  const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return `  Erased: ${told.join(', ')}; ${(bytes / 1e6).toFixed(1)} MB are free again`;
}

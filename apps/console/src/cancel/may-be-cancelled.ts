import type { ExecutionListItem } from '../api/execution.ts';
import type { ExecutionSnapshot } from '../execution/execution-snapshot.ts';
import { holdsNothing } from '../order/holds-nothing.ts';
import { nameOrder } from '../order/name-execution.ts';
import { cancelledBy } from './cancelled-by.ts';

const atWork: ReadonlySet<string> = new Set(['RUNNING', 'SUCCEEDED']);

/** Whether there is something to cancel of an order: it may hold something, and no cancellation works on it or has done so. */
export function mayBeCancelled(
  { execution, record: { orderId, outcome } }: Pick<ExecutionSnapshot, 'execution' | 'record'>,
  before: Pick<ExecutionListItem, 'status'> | undefined,
): boolean {
  if (orderId === undefined || nameOrder(orderId) === undefined) return false;
  if (execution.status === 'SUCCEEDED' && holdsNothing(outcome)) return false;
  if (before !== undefined) return !atWork.has(before.status);
  return cancelledBy(execution) === undefined;
}

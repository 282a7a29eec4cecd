import { type EndedExecution, leftRecordOf } from './ended-order.ts';
import type { Lane } from './lane.ts';
import type { OrderRun } from './order-run.ts';

/**
 * Whether nobody redrives an execution of an order: its attempt was given up and cancelled instead, or stands open and will be
 * cancelled long after.
 */
export function isGivenUp(
  id: string,
  { orderId, givenUp, cancelsWaiting }: Pick<OrderRun, 'orderId' | 'givenUp' | 'cancelsWaiting'>,
  cancellations: readonly EndedExecution[],
  table: Lane['table'],
): boolean {
  const takers = cancellations.map(leftRecordOf).filter(({ outcome }) => outcome !== 'duplicate');
  if (givenUp && takers.some(({ takeover }) => takeover?.worker === id)) return true;
  const isPutOff = [...cancelsWaiting].some(({ during, wrong }) => during === 'long-after' && !wrong);
  return isPutOff && table.ownerOfOpen(orderId) === id;
}

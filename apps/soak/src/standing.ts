import { attemptsOf } from './attempts.ts';
import { type EndedExecution, type EndedOrder, isOver, leftRecordOf } from './ended-order.ts';

/** All executions that ever had to do with an order, and that have ended. */
export interface Standing {
  readonly ended: readonly EndedOrder[];
  readonly cancellations: readonly EndedExecution[];
}

/** Whether the order was cancelled before any execution of it came. */
export function wasLeftCancelled({ cancellations }: Pick<Standing, 'cancellations'>): boolean {
  return cancellations.some((one) => leftRecordOf(one).failure?.error === 'OrderNotPlaced');
}

/**
 * Whether it can be told how the order stands: each execution has ended well, every attempt is known, and no notice waits, with
 * which the end of its order may wait too.
 */
export function isKnown({ ended, cancellations }: Standing): boolean {
  const attempts = attemptsOf(ended, cancellations);
  return (
    [...ended, ...cancellations].every(isOver) &&
    attempts.every(
      ({ number, record }, index) =>
        number === index + 1 && record.outcome !== 'duplicate' && record.notification?.status !== 'parked',
    ) &&
    (ended.length === 0 || attempts.length > 0 || wasLeftCancelled({ cancellations }))
  );
}

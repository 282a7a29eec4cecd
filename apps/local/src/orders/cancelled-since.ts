import type { ExecutionJournal, ExecutionOverview } from '@order-workflow/asl-engine';
import { claimableOrderId } from '@order-workflow/order-domain';
import { outcomeOf } from './execution-report.ts';
import { nameCancellation } from './name-execution.ts';

/** The error under which an execution ends that its cancellation stopped (infra/src/composition/plan-cancellation.ts). */
export const cancellationError = 'OrderCancelled';

/** How lists call an execution that its cancellation stopped. */
export const stoppedWords = 'stopped by its cancellation';

/**
 * Whether an order was cancelled after an execution of it had begun: that was stopped for it, or a cancellation of those that are
 * named after the order has ended since with nothing held.
 *
 * @param arnOf of a cancellation, by its name
 */
export function cancelledSince(
  journal: Pick<ExecutionJournal, 'describe'>,
  arnOf: (name: string) => string,
  { start, end }: Pick<ExecutionOverview, 'start' | 'end'>,
): boolean {
  if (end?.error === cancellationError) return true;
  const orderId = claimableOrderId(start.input);
  if (orderId === undefined) return false;
  for (let ordinal = 1; ; ordinal++) {
    const cancellation = journal.describe(arnOf(nameCancellation(orderId, ordinal)));
    if (!cancellation) return false;
    const { end: cancelled } = cancellation;
    if (cancelled && outcomeOf(cancelled) === 'cancelled' && cancellation.start.startedAt >= start.startedAt)
      return true;
  }
}

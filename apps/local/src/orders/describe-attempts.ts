import type { ExecutionJournal } from '@order-workflow/asl-engine';
import { attemptSchema } from '@order-workflow/order-domain';
import { type Fields, fieldsOf } from '../json/json-object.ts';
import { cancellationError, stoppedWords } from './cancelled-since.ts';
import { type ExecutionStatus, outcomeOf } from './execution-report.ts';
import { executionsOfOrder } from './executions-of-order.ts';
import { recordOf } from './read-last-state.ts';
import { moneyOf, parcelOf } from './record-books.ts';

/** An execution of an order, and what it did with money and goods. */
export interface DescribedAttempt {
  /** 1 for the order's first; null where the execution has none: a duplicate, or one that ended before it had claimed. */
  readonly attempt: number | null;
  readonly executionArn: string;
  readonly status: ExecutionStatus;
  readonly outcome: string | null;
  /** `charged 19.99 EUR`, `charged 19.99 EUR, its refund on its way`, `refunded 19.99 EUR`, `nothing held`. */
  readonly money: string;
  /** `sent as LP000000002`, `shipment cancelled`, `nothing sent`. */
  readonly parcel: string;
}

/** All executions of an order in the order in which they began, as far as they have come. */
export function describeAttempts(journal: ExecutionJournal, orderId: string): readonly DescribedAttempt[] {
  let last = 0;
  return executionsOfOrder(journal, orderId).map((standing) => {
    const { start, end } = standing;
    const record = recordOf(journal, standing);
    const outcome = (end && outcomeOf(end)) ?? null;
    const attempt = attemptOf(record, outcome, last);
    last = attempt ?? last;
    const status = end?.status ?? 'RUNNING';
    const stopped = end?.error === cancellationError;
    const books = stopped
      ? { money: stoppedWords, parcel: 'what it did is undone by that' }
      : { money: moneyOf(record, outcome), parcel: parcelOf(record, outcome) };
    return { attempt, executionArn: start.executionArn, status, outcome, ...books };
  });
}

/** Of an order that was rejected no receipt says which attempt that was: it follows the one before. */
function attemptOf(record: Fields, outcome: string | null, last: number): number | null {
  if (outcome === 'duplicate') return null;
  const claimed = attemptSchema.safeParse(fieldsOf(record['validation'])['attempt']);
  return claimed.data ?? (outcome === 'rejected' ? last + 1 : null);
}

import { type ExecutionIdentity, sameExecution } from './execution-identity.ts';
import type { OrderOwnership } from './judge-claim.ts';
import type { NoticedOrder, OrderItem } from './order-item.ts';
import { type AttemptEnd, isEnd } from './order-status.ts';

/** An item whose attempt has ended and whose notice is claimed. */
export type ClosedOrder = NoticedOrder & { readonly status: AttemptEnd };

/** Who ends which attempt, and how. */
export interface Closer {
  readonly execution: ExecutionIdentity;
  /** Left out by an execution that was rejected before it learned its attempt; an execution owns one at most. */
  readonly attempt?: number | undefined;
  readonly outcome: AttemptEnd;
}

/** What came of a close. */
export type Closed =
  /** `order.notice` is to be published under its sequence while it is `sending`; once it is `sent`, nothing is. */
  | { readonly answer: 'closed'; readonly order: ClosedOrder }
  /** Another owns the order, or it ended otherwise: what this execution would tell may be untrue. */
  | ({ readonly answer: 'not-owned' } & OrderOwnership);

/** `closes`: the attempt ends so once that is written. */
export type CloseJudgement = { readonly answer: 'closes' } | Closed;

/**
 * Whether an execution may say how an order ended: the owner of an attempt that is open, or that it cancels, once. Where there is no item, as of an
 * order from before the store, it is nobody else's.
 */
export function judgeClose(item: OrderItem | undefined, { execution, attempt, outcome }: Closer): CloseJudgement {
  if (!item) return { answer: 'closes' };
  if (sameExecution(item.owner, execution) && (attempt ?? item.attempt) === item.attempt) {
    if (!isEnd(item.status)) return { answer: 'closes' };
    if (item.status === outcome) return alreadyClosed(item, outcome);
  }
  return { answer: 'not-owned', owner: item.owner, attempt: item.attempt, status: item.status };
}

/** An item that a deployment wrote of an execution that had ended says nothing of its notice. */
function alreadyClosed(item: OrderItem, status: AttemptEnd): CloseJudgement {
  const { notice } = item;
  return notice ? { answer: 'closed', order: { ...item, status, notice } } : { answer: 'closes' };
}

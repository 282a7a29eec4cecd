import { answerNote, type ExecutionIdentity, sameExecution } from './execution-identity.ts';
import type { OrderOwnership } from './judge-claim.ts';
import { isForgotten } from './judge-forgetting.ts';
import type { OrderItem, StoredRecord } from './order-item.ts';
import { holdsNothing } from './order-status.ts';

/** What came of a takeover. */
export type Taken =
  /** The order is this execution's to undo, by its record, and the worker is to be stopped. */
  | { readonly answer: 'taken'; readonly record: StoredRecord; readonly worker: ExecutionIdentity }
  /** No execution has come yet. The order is cancelled, and one that comes later is a duplicate. */
  | { readonly answer: 'left' }
  /** It has ended with nothing held or is forgotten, this execution has ended it, or a later one cancels it: there is nothing left to do. */
  | ({ readonly answer: 'ended' } & OrderOwnership);

/** `takes`: the order is this execution's once that is written. `leaves`: it is cancelled once that is. */
export type TakeoverJudgement =
  | { readonly answer: 'takes'; readonly item: OrderItem }
  | { readonly answer: 'leaves' }
  /** There is nothing left to do, and never will be: that is answered once it is written. */
  | ({ readonly answer: 'ends'; readonly item: OrderItem } & OrderOwnership)
  | Taken;

/**
 * Whether an execution that cancels an order gets it: from whoever has it, while anything may be held, whatever its
 * history says was reached. Of several at once the one that began last gets it, in whatever order they ask: one that has lost
 * it does not get it back by a call that is repeated late, when it may have ended already; nor does one that was answered in
 * any other way get an attempt that began since. What an execution has ended itself it does not take again either, and nobody an order of
 * which it was forgotten what was in it.
 */
export function judgeTakeover(item: OrderItem | undefined, execution: ExecutionIdentity): TakeoverJudgement {
  if (!item) return { answer: 'leaves' };
  const { owner, attempt, status, worker, answered = [] } = item;
  if (sameExecution(owner, execution)) {
    if (status === 'cancelling') return { answer: 'taken', record: item.record, worker: worker ?? owner };
    if (attempt === 0) return { answer: 'left' };
  } else if (!answered.includes(answerNote(execution))) {
    const over = holdsNothing(status) || isForgotten(item);
    const lost = over || (worker && beganAfter(owner, execution));
    return lost ? { answer: 'ends', item, owner, attempt, status } : { answer: 'takes', item };
  }
  return { answer: 'ended', owner, attempt, status };
}

/** Both are cancellations, whose times one clock gave: that of Step Functions. Of the same moment, the ids decide. */
function beganAfter(owner: ExecutionIdentity, execution: ExecutionIdentity): boolean {
  const difference = Date.parse(owner.startedAt) - Date.parse(execution.startedAt);
  return difference > 0 || (difference === 0 && owner.id > execution.id);
}

import { type ExecutionIdentity, sameExecution } from './execution-identity.ts';
import type { OrderOwnership } from './judge-claim.ts';
import type { OrderItem, StoredRecord } from './order-item.ts';
import { holdsNothing } from './order-status.ts';

/** What came of a takeover. */
export type Taken =
  /** The order is this execution's to undo, by its record, and the worker is to be stopped. */
  | { readonly answer: 'taken'; readonly record: StoredRecord; readonly worker: ExecutionIdentity }
  /** No execution has come yet. The order is cancelled, and one that comes later is a duplicate. */
  | { readonly answer: 'left' }
  /** It has ended with nothing held, or this execution has ended it: there is nothing left to do. */
  | ({ readonly answer: 'ended' } & OrderOwnership);

/** `takes`: the order is this execution's once that is written. `leaves`: it is cancelled once that is. */
export type TakeoverJudgement =
  | { readonly answer: 'takes'; readonly item: OrderItem }
  | { readonly answer: 'leaves' }
  | Taken;

/**
 * Whether an execution that cancels an order gets it: from whoever has it, while anything may be held, whatever its
 * history says was reached. Of two that cancel at once the later gets it from the earlier. What an execution has ended
 * itself it does not take again, however late a repeat of its call arrives.
 */
export function judgeTakeover(item: OrderItem | undefined, execution: ExecutionIdentity): TakeoverJudgement {
  if (!item) return { answer: 'leaves' };
  const { owner, attempt, status } = item;
  if (sameExecution(owner, execution)) {
    if (status === 'cancelling') return { answer: 'taken', record: item.record, worker: item.worker ?? owner };
    if (attempt === 0) return { answer: 'left' };
  } else if (!holdsNothing(status)) return { answer: 'takes', item };
  return { answer: 'ended', owner, attempt, status };
}

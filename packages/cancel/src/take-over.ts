import { type Decision, fail, leave, type StageExecution } from '@order-workflow/stage-kit';
import {
  describeOwnership,
  OrderStoreUnavailable,
  type OrderTakeovers,
  type StoredRecord,
} from '@order-workflow/stage-kit/order-store';
import { readCancellation } from './cancellation-request.ts';
import type { TakeoverReceipt } from './take-order-over-stage.ts';
import { CancellationRejected, NothingToCancel, OrderNeverAccepted, OrderNotPlaced } from './take-order-over-stage.ts';

interface Asked {
  /** What started the cancellation. */
  readonly order: unknown;
  readonly execution: StageExecution & { readonly id: string };
}

type Taken = Decision<
  TakeoverReceipt,
  CancellationRejected | OrderNotPlaced | OrderNeverAccepted | NothingToCancel | OrderStoreUnavailable
>;

/**
 * Takes the order over from whoever has it, in one conditional write: from then on nobody else can claim or end it, and this
 * execution undoes it. Of what was never placed the id is left cancelled.
 */
export async function takeOver({ order, execution }: Asked, store: OrderTakeovers): Promise<Taken> {
  const request = readCancellation(order);
  if (request.answer === 'unreadable') return fail(new CancellationRejected(request.reasons));
  const { orderId, reason } = request;
  const { id, startedAt } = execution;
  const answer = await store.takeOver({ orderId, execution: { id, startedAt } });
  switch (answer.answer) {
    case 'taken':
      return takenOver(orderId, answer.record, answer.worker.id, reason);
    case 'left':
      return fail(new OrderNotPlaced([`Order ${orderId} was not placed so far: it is cancelled before it comes.`]));
    case 'ended':
      return fail(new NothingToCancel([`${describeOwnership(orderId, answer)} There is nothing to cancel.`]));
    case 'unavailable':
      return fail(new OrderStoreUnavailable(answer.detail));
  }
}

function takenOver(orderId: string, stored: StoredRecord, worker: string, reason: string | undefined): Taken {
  if ('rejection' in stored) return fail(new OrderNeverAccepted([`Order ${orderId} was rejected: it holds nothing.`]));
  const { contract, order, validation, attempt } = stored;
  // The handler sees that it is one.
  const record = { contract, order, validation: { ...(validation as object), attempt } } as TakeoverReceipt['record'];
  return leave({ status: 'taken', worker, ...(reason !== undefined && { reason }), record });
}

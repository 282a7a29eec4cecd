import { claimableOrderId, reasonsOf } from '@order-workflow/order-domain';
import type { CloseAnswer, Closing, OrderFingerprint, OrderStore } from '@order-workflow/stage-kit/order-store';
import { noticeId } from './compose-notice.ts';
import type { NotifiableRecord } from './notifiable-record.ts';

/** Where an order is closed. */
export interface Books {
  readonly store: OrderStore;
  readonly fingerprint: OrderFingerprint;
}

/** `nobodys`: the order has no id by which it could be known, or the record does not say which execution it is of. */
export type ClosedAnswer = CloseAnswer | { readonly answer: 'nobodys' };

/**
 * Ends the order's attempt in the store, which claims the notice of that end. The item of an order from before there were
 * claims is written by this.
 */
export async function closeOrder(record: NotifiableRecord, { store, fingerprint }: Books): Promise<ClosedAnswer> {
  const { order, outcome, validation, execution } = record;
  const orderId = claimableOrderId(order);
  const id = execution?.id ?? execution?.name;
  if (orderId === undefined || execution === undefined || id === undefined) return { answer: 'nobodys' };
  const closing: Closing = {
    orderId,
    execution: { id, startedAt: execution.startedAt },
    attempt: validation?.attempt,
    outcome,
    noticeId: (attempt) => noticeId(orderId, record, attempt),
    unclaimed: { fingerprint: fingerprint(order), verdict: verdictOf(record) },
  };
  return store.close(closing);
}

function verdictOf({ order, validation, failure }: NotifiableRecord): Closing['unclaimed']['verdict'] {
  return validation ? { order, validation } : { rejection: failure ? reasonsOf(failure) : [] };
}

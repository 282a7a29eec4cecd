import { claimableOrderId, reasonsOf } from '@order-workflow/order-domain';
import type {
  AnnounceAnswer,
  CloseAnswer,
  Closing,
  OrderFingerprint,
  OrderStore,
} from '@order-workflow/stage-kit/order-store';
import { noticeId } from './compose-notice.ts';
import type { NotifiableRecord } from './notifiable-record.ts';

/** Where an order is closed. */
export interface Books {
  readonly store: OrderStore;
  readonly fingerprint: OrderFingerprint;
}

/** `nobodys`: the order has no id by which it could be known, or the record does not say which execution it is of. */
export type ClosedAnswer = CloseAnswer | AnnounceAnswer | { readonly answer: 'nobodys' };

/**
 * Ends the order's attempt in the store, which claims the notice of that end; of an end that is only announced it claims the
 * notice and leaves the order open, since it still holds something. The item of an order from before there were claims is written
 * by this.
 */
export async function closeOrder(record: NotifiableRecord, { store, fingerprint }: Books): Promise<ClosedAnswer> {
  const { order, outcome, validation, announcing, execution } = record;
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
  return announcing === undefined ? store.close(closing) : store.announce(closing);
}

function verdictOf({ order, validation, failure }: NotifiableRecord): Closing['unclaimed']['verdict'] {
  return validation ? { order, validation } : { rejection: failure ? reasonsOf(failure) : [] };
}

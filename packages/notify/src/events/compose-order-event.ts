import { claimableOrderId } from '@order-workflow/order-domain';
import { type NoticePlace, noticeIdOf } from '../compose-notice.ts';
import type { NotifiableRecord } from '../notifiable-record.ts';
import type { OrderEvent } from './order-event.ts';

/** The event that tells others how the order ended, field by field: no more of a record than stands here gets out. */
export function composeOrderEvent(record: NotifiableRecord, place?: NoticePlace): OrderEvent {
  const { outcome, order, validation, failure, refund } = record;
  const orderId = claimableOrderId(order);
  const attempt = place?.attempt ?? validation?.attempt;
  const notice = noticeIdOf(record, place);
  return {
    version: 1,
    id: place ? `${notice}-${place.sequence}` : notice,
    ...(place && { sequence: place.sequence }),
    ...(orderId !== undefined && { orderId }),
    ...(attempt !== undefined && { attempt }),
    outcome,
    ...(validation && {
      lines: validation.lines.map(({ sku, quantity }) => ({ sku, quantity })),
      total: validation.total,
    }),
    ...(failure && { failure: { stage: failure.stage, error: failure.error } }),
    ...(refund && { refund: { status: refund.status, ...(refund.amount && { amount: refund.amount }) } }),
  };
}

import { fail } from '@order-workflow/stage-kit';
import type { NoticePlace } from '../compose-notice.ts';
import type { NotifiableRecord } from '../notifiable-record.ts';
import { OrderEventsUnavailable } from '../notification-failures.ts';
import type { OrderEventPublisher } from '../ports/order-event-publisher.ts';
import { composeOrderEvent } from './compose-order-event.ts';

/**
 * Publishes the event of an end while the customer is told of it: neither waits for the other, nor is it kept back where the
 * other fails. Each close publishes the event, also of a notice that went out before, so that there is one at least and nobody
 * need note it; it has the same id each time.
 */
export async function tellBoth<Told extends { readonly kind: string }>(
  told: Promise<Told>,
  events: OrderEventPublisher | undefined,
  record: NotifiableRecord,
  place?: NoticePlace,
) {
  if (!events) return told;
  const [customer, others] = await Promise.allSettled([told, events.publish(composeOrderEvent(record, place))]);
  if (customer.status === 'rejected') throw customer.reason;
  if (customer.value.kind !== 'receipt') return customer.value;
  if (others.status === 'rejected') throw others.reason;
  return others.value.kind === 'unavailable' ? fail(new OrderEventsUnavailable(others.value.detail)) : customer.value;
}

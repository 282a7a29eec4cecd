import { type Decision, fail, leave } from '@order-workflow/stage-kit';
import { describeOwnership, type NoticedOrder, OrderStoreUnavailable } from '@order-workflow/stage-kit/order-store';
import type { Apologies } from './apologies.ts';
import { type Books, closeOrder } from './close-order.ts';
import { composeNotice, type NoticePlace } from './compose-notice.ts';
import { contactOf } from './contact.ts';
import { tellBoth } from './events/tell-both.ts';
import type { NotifiableRecord } from './notifiable-record.ts';
import { NotificationsUnavailable, type OrderEventsUnavailable, OrderNotOwned } from './notification-failures.ts';
import { type NotificationReceipt, notificationReceiptSchema } from './notification-receipt.ts';
import type { NoticePublisher } from './ports/notice-publisher.ts';
import type { OrderEventPublisher } from './ports/order-event-publisher.ts';

/** With what a notice is made and published. */
interface Telling {
  readonly publisher: NoticePublisher;
  readonly apologies?: Apologies;
  /** Whether a mailer writes to customers; nobody does unless it is true. */
  readonly mails?: boolean;
  /** Where others hear how orders end; nobody does unless it is given. */
  readonly events?: OrderEventPublisher | undefined;
}

type Told = Decision<
  NotificationReceipt,
  NotificationsUnavailable | OrderEventsUnavailable | OrderStoreUnavailable | OrderNotOwned
>;

/**
 * Closes the order, then tells the customer how it ended; or, where an undo is accepted and not done yet, tells how it will end, and
 * leaves it open until it has. A notice may be published twice, but always under the same id, and not again once it is known that it
 * was. Others hear of the end by an event, and of nothing that is only announced.
 */
export async function closeAndNotify(record: NotifiableRecord, world: Books & Telling): Promise<Told> {
  const told = await closeThenTell(record, world);
  if (told.kind !== 'receipt' || record.announcing === undefined) return told;
  return leave({ ...told.receipt, status: 'announced' });
}

async function closeThenTell(record: NotifiableRecord, world: Books & Telling): Promise<Told> {
  const closed = await closeOrder(record, world);
  const events = record.announcing === undefined ? world.events : undefined;
  switch (closed.answer) {
    case 'closed': {
      const { attempt, notice } = closed.order;
      const place = { attempt, sequence: notice.sequence };
      return tellBoth(tellOnce(closed.order, record, world), events, record, place);
    }
    // It is yet to end, and may end otherwise.
    case 'announced':
      return tellOnce(closed.order, record, world);
    case 'not-owned':
      if (wasClaimed(record))
        return fail(new OrderNotOwned([describeOwnership(contactOf(record.order).orderId ?? '', closed)]));
      return tellBoth(tell(record, world), events, record);
    case 'nobodys':
      return tellBoth(tell(record, world), events, record);
    case 'unavailable':
      return fail(new OrderStoreUnavailable(closed.detail));
  }
}

/** A record of an earlier release, which claimed nothing, is told of as it was by that. */
function wasClaimed({ execution, validation }: NotifiableRecord): boolean {
  return execution?.id !== undefined && (validation === undefined || validation.attempt !== undefined);
}

async function tellOnce(
  order: NoticedOrder,
  record: NotifiableRecord,
  world: Pick<Books, 'store'> & Telling,
): Promise<Told> {
  const { notice, attempt } = order;
  if (notice.state === 'sent') {
    const letter = letterOf(record, world);
    return leave(toldBefore(record, notice.id) ?? { status: 'published-before', notificationId: notice.id, letter });
  }
  const told = await tell(record, world, { attempt, sequence: notice.sequence });
  // Unmarked, it is published once more by whoever repeats this, under the same id.
  if (told.kind === 'receipt') await world.store.markSent(order);
  return told;
}

async function tell(record: NotifiableRecord, world: Telling, place?: NoticePlace): Promise<Told> {
  const { publisher, apologies } = world;
  const notice = composeNotice(record, apologies, place);
  const before = toldBefore(record, notice.notificationId);
  if (before) return leave(before);
  const published = await publisher.publish(notice);
  switch (published.kind) {
    case 'published':
      return leave({
        status: 'published',
        notificationId: notice.notificationId,
        messageId: published.messageId,
        letter: letterOf(record, world),
      });
    case 'unavailable':
      return fail(new NotificationsUnavailable(published.detail));
  }
}

function letterOf({ order }: NotifiableRecord, { mails = false }: Telling): NotificationReceipt['letter'] {
  if (!mails) return 'no-sender';
  return contactOf(order).customerEmail === undefined ? 'no-address' : 'by-mailer';
}

/** The receipt of the announcement that was this notice. */
function toldBefore({ notification }: NotifiableRecord, notificationId: string): NotificationReceipt | undefined {
  const { data: told } = notificationReceiptSchema.safeParse(notification);
  return told?.notificationId === notificationId ? { ...told, status: 'published-before' } : undefined;
}

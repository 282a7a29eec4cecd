import { createHash } from 'node:crypto';
import { type OrderEnd, operationKey } from '@order-workflow/order-domain';
import type { Apologies } from './apologies.ts';
import { contactOf } from './contact.ts';
import type { Notice } from './notice.ts';
import { cancelled } from './notices/en/cancelled.ts';
import { declined } from './notices/en/declined.ts';
import { fulfilled } from './notices/en/fulfilled.ts';
import { notCancelled } from './notices/en/not-cancelled.ts';
import { refunded } from './notices/en/refunded.ts';
import { rejected } from './notices/en/rejected.ts';
import type { Words } from './notices/wording.ts';
import type { NotifiableRecord } from './notifiable-record.ts';

/** What is said for each outcome. */
const words: Readonly<Record<OrderEnd, Words>> = {
  fulfilled: (record, apologies) => (record.takeover ? notCancelled : fulfilled)(record, apologies),
  rejected,
  declined,
  refunded,
  cancelled,
};

/** The notice's place among those of its order, as the store says: which attempt it tells of, and how many there were. */
export interface NoticePlace {
  readonly attempt: number;
  readonly sequence: number;
}

/**
 * Writes the notice that tells the customer how the order ended, in the words that stages have for their failures. The same
 * record gives the same notice. Without a place it is of an order that nobody claimed, and of the attempt that the record
 * says.
 */
export function composeNotice(record: NotifiableRecord, apologies: Apologies = {}, place?: NoticePlace): Notice {
  const { orderId, customerEmail, customerName } = contactOf(record.order);
  const { subject, paragraphs } = words[record.outcome](record, apologies);
  const greeting = customerName === undefined ? 'Hello,' : `Hello ${customerName},`;
  return {
    notificationId: noticeId(
      orderId ?? unidentified(record.order),
      record,
      place?.attempt ?? record.validation?.attempt,
    ),
    ...(place && { sequence: place.sequence }),
    outcome: record.outcome,
    ...(orderId !== undefined && { orderId }),
    ...(customerEmail !== undefined && { customerEmail }),
    subject: fitsSubject(orderId) ? `Order ${orderId}: ${subject}` : `Your order: ${subject}`,
    text: [greeting, ...named(orderId), ...paragraphs].join('\n\n').concat('\n'),
  };
}

/** The id of the notice that tells of an attempt. */
export function noticeId(
  orderId: string,
  { outcome, takeover }: Pick<NotifiableRecord, 'outcome' | 'takeover'>,
  attempt: number | undefined,
): string {
  // That an order stands which was to be cancelled is another message than that it is on its way.
  const kind = takeover && outcome === 'fulfilled' ? 'not-cancelled' : outcome;
  return operationKey(orderId, `notice-${kind}`, attempt);
}

/** A subject is ASCII (SNS Publish, `Subject`): an id in another script stands in the text. */
function fitsSubject(orderId: string | undefined): boolean {
  return orderId !== undefined && /^[ -~]+$/.test(orderId);
}

function named(orderId: string | undefined): readonly string[] {
  return orderId === undefined || fitsSubject(orderId) ? [] : [`This is about order ${orderId}.`];
}

/** Stands for the id of an order that has none that can be read: the same for the same content. */
function unidentified(order: unknown): string {
  const content = createHash('sha256').update(JSON.stringify(order) ?? '');
  return `unidentified-${content.digest('hex').slice(0, 16)}`;
}

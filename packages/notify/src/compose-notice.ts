import { createHash } from 'node:crypto';
import { claimableOrderId, operationKey } from '@order-workflow/order-domain';
import type { Apologies } from './apologies.ts';
import { contactOf } from './contact.ts';
import type { Notice } from './notice.ts';
import { languageOf } from './notices/languages.ts';
import type { NoticeKind } from './notices/wording.ts';
import type { NotifiableRecord } from './notifiable-record.ts';

/** The notice's place among those of its order, as the store says: which attempt it tells of, and how many there were. */
export interface NoticePlace {
  readonly attempt: number;
  readonly sequence: number;
}

/**
 * Writes the notice that tells the customer how the order ended, in the language of the order's locale as far as there are words
 * in it, and in the words that stages have for their failures. The same record gives the same notice. Without a place it is of
 * an order that nobody claimed, and of the attempt that the record says.
 */
export function composeNotice(record: NotifiableRecord, apologies: Apologies = {}, place?: NoticePlace): Notice {
  const { orderId, customerEmail, customerName, locale } = contactOf(record.order);
  const language = languageOf(locale);
  const { subject, paragraphs } = language.notices[kindOf(record)](record, apologies);
  const inSubject = fitsSubject(orderId);
  return {
    notificationId: noticeIdOf(record, place),
    ...(place && { sequence: place.sequence }),
    outcome: record.outcome,
    ...(orderId !== undefined && { orderId }),
    ...(customerEmail !== undefined && { customerEmail }),
    locale: language.tag,
    subject: language.subject(inSubject ? orderId : undefined, subject),
    text: [
      language.greeting(customerName),
      ...(orderId === undefined || inSubject ? [] : [language.about(orderId)]),
      ...paragraphs,
    ]
      .join('\n\n')
      .concat('\n'),
  };
}

/** The id of the notice of a record, whatever its order is. */
export function noticeIdOf(record: NotifiableRecord, place?: NoticePlace): string {
  const orderId = claimableOrderId(record.order) ?? unidentified(record.order);
  return noticeId(orderId, record, place?.attempt ?? record.validation?.attempt);
}

/** The id of the notice that tells of an attempt. */
export function noticeId(
  orderId: string,
  record: Pick<NotifiableRecord, 'outcome' | 'takeover'>,
  attempt: number | undefined,
): string {
  return operationKey(orderId, `notice-${kindOf(record)}`, attempt);
}

/** That an order stands which was to be cancelled is another message than that it is on its way. */
function kindOf({ outcome, takeover }: Pick<NotifiableRecord, 'outcome' | 'takeover'>): NoticeKind {
  return takeover && outcome === 'fulfilled' ? 'not-cancelled' : outcome;
}

/** A subject is ASCII (SNS Publish, `Subject`): an id in another script stands in the text. */
function fitsSubject(orderId: string | undefined): boolean {
  return orderId !== undefined && /^[ -~]+$/.test(orderId);
}

/** Stands for the id of an order that has none that can be read: the same for the same content. */
function unidentified(order: unknown): string {
  const content = createHash('sha256').update(JSON.stringify(order) ?? '');
  return `unidentified-${content.digest('hex').slice(0, 16)}`;
}

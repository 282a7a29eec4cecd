import type { OrderEnd } from '@order-workflow/order-domain';
import type { Apologies } from '../apologies.ts';
import type { NotifiableRecord } from '../notifiable-record.ts';

/** What a notice says: the subject after the order's number, and the paragraphs between greeting and end. */
export interface Wording {
  /** ASCII, and so short that the whole has at most 99 characters (SNS Publish) behind the longest order number, of 64. */
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Words for one outcome. */
export type Words = (record: NotifiableRecord, apologies: Apologies) => Wording;

/** What a notice may tell of: how the order ended, or that it stands though it was to be cancelled. */
export type NoticeKind = OrderEnd | 'not-cancelled';

/** A language that customers are written to in: all that a notice says, but for what stages have to say of their failures. */
export interface Language {
  /** BCP 47, without a region: `de`. */
  readonly tag: string;
  greeting(customerName: string | undefined): string;
  /** The subject of a notice, ASCII; of an order whose number is not, without the number. */
  subject(orderId: string | undefined, said: string): string;
  /** Names an order that the subject does not name. */
  about(orderId: string): string;
  readonly notices: Readonly<Record<NoticeKind, Words>>;
}

import type { OrderEnd } from '@order-workflow/order-domain';

/** A message to a customer, ready to be published. */
export interface Notice {
  /** The same for an attempt and its outcome, whoever publishes it and however often: subscribers drop what they have had. */
  readonly notificationId: string;
  /**
   * 1 for the order's first notice and one more for each that follows: subscribers drop what is older than what they have
   * had. Absent of an order that nobody claimed.
   */
  readonly sequence?: number;
  readonly outcome: OrderEnd;
  /** Absent when the order was rejected and its id could not be read. */
  readonly orderId?: string;
  /** Whom to tell. Absent when the order was rejected and its address could not be read. */
  readonly customerEmail?: string;
  /** The language in which it is written, as BCP 47: `de`. */
  readonly locale: string;
  /** ASCII, one line, under 100 characters (SNS Publish, `Subject`). */
  readonly subject: string;
  readonly text: string;
}

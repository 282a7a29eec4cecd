import type { Outcome } from '@order-workflow/order-domain';

/** A message to a customer, ready to be published. */
export interface Notice {
  /** The same for the same order and outcome, whoever publishes it and however often: subscribers drop what they have had. */
  readonly notificationId: string;
  readonly outcome: Outcome;
  /** Absent when the order was rejected and its id could not be read. */
  readonly orderId?: string;
  /** Whom to tell. Absent when the order was rejected and its address could not be read. */
  readonly customerEmail?: string;
  /** ASCII, one line, under 100 characters (SNS Publish, `Subject`). */
  readonly subject: string;
  readonly text: string;
}

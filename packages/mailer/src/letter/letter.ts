/** An e-mail to one customer. Text and HTML say the same words. */
export interface Letter {
  /** By which SES tells of it later. */
  readonly letterId: string;
  /** Of the notice that it brings. */
  readonly notificationId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

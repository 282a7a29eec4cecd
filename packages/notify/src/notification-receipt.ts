import * as z from 'zod/mini';

/** What Notify Customer leaves: the notice as it was published. Its text is not repeated here. */
export const notificationReceiptSchema = z.object({
  /**
   * `announced`: published before the end, which is yet to come. `published-before`: by an earlier invocation, which announced the
   * end, or whose receipt was lost.
   */
  status: z.enum(['published', 'announced', 'published-before']),
  notificationId: z.string(),
  /** What the topic calls the message; of one whose receipt was lost it is not known. */
  messageId: z.optional(z.string()),
  /**
   * Whether the customer gets a letter of it: the mailer has been told, the deployment has no sender (`NoticeSender`), or the order
   * no address that can be read. A receipt of an earlier release does not say.
   */
  letter: z.optional(z.enum(['by-mailer', 'no-sender', 'no-address'])),
});

export type NotificationReceipt = z.infer<typeof notificationReceiptSchema>;

import * as z from 'zod/mini';

/** What Notify Customer leaves: the notice as it was published. Its text is not repeated here. */
export const notificationReceiptSchema = z.object({
  /** `published-before`: by an invocation whose receipt was lost. */
  status: z.enum(['published', 'published-before']),
  notificationId: z.string(),
  /** What the topic calls the message; of one that was published before it is not known. */
  messageId: z.optional(z.string()),
});

export type NotificationReceipt = z.infer<typeof notificationReceiptSchema>;

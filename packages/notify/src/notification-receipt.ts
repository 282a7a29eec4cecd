import * as z from 'zod/mini';

/** What Notify Customer leaves: the notice as it was published. Its text is not repeated here. */
export const notificationReceiptSchema = z.object({
  status: z.literal('published'),
  notificationId: z.string(),
  /** What the topic calls the message. */
  messageId: z.string(),
});

export type NotificationReceipt = z.infer<typeof notificationReceiptSchema>;

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { MailedNotice } from './mailed-notice.ts';

/**
 * What is known of the last letter of an order. It names no person. `sending` is from before it is handed to SES until it is known
 * what SES said; `unsent` when it certainly was not taken; `returned` when SES told of a bounce or a complaint later.
 */
export const letterItemSchema = z.object({
  letterId: z.string(),
  notificationId: z.string(),
  /** 0 of an order that nobody claimed. */
  sequence: z.int(),
  state: z.enum(['sending', 'unsent', 'sent', 'returned']),
  /** How often SES may have taken it. */
  handed: z.int(),
  /** When it was written, in milliseconds since the epoch. */
  since: z.int(),
  /** How often the item was written: writes are compared by it. */
  revision: z.int(),
  /** What SES calls the message. */
  messageId: z.optional(z.string()),
  /** Why it came back. */
  reason: z.optional(z.string()),
});

export type LetterItem = z.infer<typeof letterItemSchema>;

/**
 * The key of an item: one an order, so that no older notice follows a newer one; of an order that nobody claimed, one a notice.
 * It is of letters, digits, `-` and `_` alone, as SES wants its tags, whatever an order's id has.
 */
export function letterIdOf({ orderId, sequence, notificationId }: MailedNotice): string {
  const subject = orderId === undefined || sequence === undefined ? `notice ${notificationId}` : `order ${orderId}`;
  return createHash('sha256').update(subject).digest('base64url');
}

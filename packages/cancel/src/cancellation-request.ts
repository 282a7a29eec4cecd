import {
  claimableOrderId,
  describeIssues,
  findCardNumbers,
  safeText,
  violationText,
} from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/** The longest reason, in characters. */
const longestReason = 500;

/** What starts a cancellation. */
const cancellationRequestSchema = z.strictObject({
  /** The order's id, as the order says it. */
  orderId: z.unknown(),
  /** Why, for operators. */
  reason: z.optional(safeText(longestReason)),
});

export type AskedCancellation =
  | { readonly answer: 'read'; readonly orderId: string; readonly reason?: string | undefined }
  | { readonly answer: 'unreadable'; readonly reasons: readonly string[] };

/** Reads who is to be cancelled. The reasons name the field and what is expected; none repeats a card number. */
export function readCancellation(request: unknown): AskedCancellation {
  const cards = findCardNumbers(request).map(violationText);
  if (cards.length > 0) return { answer: 'unreadable', reasons: cards };
  const read = cancellationRequestSchema.safeParse(request);
  if (!read.success)
    return { answer: 'unreadable', reasons: describeIssues(read.error.issues, request, 'request').map(violationText) };
  const orderId = claimableOrderId(request);
  if (orderId === undefined) return { answer: 'unreadable', reasons: ['orderId: expected the id of an order'] };
  const { reason } = read.data;
  return { answer: 'read', orderId, ...(reason !== undefined && { reason }) };
}

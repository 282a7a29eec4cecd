import { instantSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/** What Release Stock leaves in the record. */
export const releaseReceiptSchema = z.object({
  /** Nothing is held for the attempt, whether or not anything was. */
  status: z.literal('released'),
  /** The key of the attempt: nothing can be held under it any more. */
  reference: z.string(),
  settledAt: instantSchema,
});

export type ReleaseReceipt = z.infer<typeof releaseReceiptSchema>;

import { instantSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/** What Reserve Stock leaves in the record. */
export const reservationReceiptSchema = z.object({
  /** A word for people and metrics. */
  status: z.literal('reserved'),
  /** The key of the attempt, under which the pieces are held: the same for every execution of it. */
  reference: z.string(),
  reservedAt: instantSchema,
});

export type ReservationReceipt = z.infer<typeof reservationReceiptSchema>;

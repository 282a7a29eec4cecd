import { instantSchema, moneySchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(200));
/** No money moved: the gateway is a simulation, or in its test mode. */
const simulated = z.optional(z.literal(true));

/** What Refund Payment leaves: how it came that nothing is held. */
export const refundReceiptSchema = z.discriminatedUnion('status', [
  /** The money went back. */
  z.object({
    status: z.literal('refunded'),
    chargeId: id,
    refundId: id,
    /** All that was charged. */
    amount: moneySchema,
    /** When this stage saw that nothing is held. */
    settledAt: instantSchema,
    simulated,
  }),
  /** The charge was stopped before it was made. */
  z.object({ status: z.literal('voided'), chargeId: id, settledAt: instantSchema, simulated }),
  /** There was no charge, and there will be none. */
  z.object({ status: z.literal('nothing-held'), settledAt: instantSchema, simulated }),
]);

export type RefundReceipt = z.infer<typeof refundReceiptSchema>;

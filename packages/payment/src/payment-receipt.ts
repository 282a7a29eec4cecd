import { instantSchema, moneySchema, paymentMethods } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

const charge = z.object({
  chargeId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Equal to the validation receipt's total. */
  amount: moneySchema,
  method: z.enum(paymentMethods),
  chargedAt: instantSchema,
  /** No money moved: the gateway is a simulation, or in its test mode. */
  simulated: z.optional(z.literal(true)),
});

/** There was nothing to pay, and so nothing was asked for at the gateway. */
const nothingCharged = z.object({
  status: z.literal('nothing-charged'),
  /** Zero, in the order's currency. */
  amount: moneySchema,
});

/** What Process Payment leaves: the charge as the gateway's ledger has it, or that there is none. */
export const paymentReceiptSchema = z.union([charge, nothingCharged]);

export type ChargeReceipt = z.infer<typeof charge>;
export type PaymentReceipt = z.infer<typeof paymentReceiptSchema>;

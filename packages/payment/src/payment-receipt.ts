import { instantSchema, moneySchema, paymentMethods } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/** What Process Payment leaves: the charge as the gateway's ledger has it. */
export const paymentReceiptSchema = z.object({
  chargeId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Equal to the validation receipt's total. */
  amount: moneySchema,
  method: z.enum(paymentMethods),
  chargedAt: instantSchema,
});

export type PaymentReceipt = z.infer<typeof paymentReceiptSchema>;

import {
  attemptSchema,
  moneySchema,
  orderIdSchema,
  paymentMethods,
  paymentTokenSchema,
} from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { chargeKey } from './idempotency-key.ts';
import type { ChargeRequest } from './ports/payment-gateway.ts';

/** What both stages of this package read of the record. What others add to it is dropped. */
export const payableOrder = {
  order: z.object({
    orderId: orderIdSchema,
    paymentMethod: z.enum(paymentMethods),
    paymentToken: z.optional(paymentTokenSchema),
  }),
  /** Of the validation receipt: what the order costs, and which attempt at it this is. */
  validation: z.object({ total: moneySchema, attempt: z.optional(attemptSchema) }),
};

const payableOrderSchema = z.object(payableOrder);
export type PayableOrder = z.infer<typeof payableOrderSchema>;

/** The one charge of an attempt at an order: the same, whichever stage or execution asks, and however often. */
export function chargeRequest({ order, validation }: PayableOrder): ChargeRequest {
  const { orderId, paymentMethod: method, paymentToken: token } = order;
  return {
    key: chargeKey(orderId, validation.attempt),
    amount: validation.total,
    method,
    ...(token !== undefined && { token }),
  };
}

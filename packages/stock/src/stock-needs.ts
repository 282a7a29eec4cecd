import {
  attemptSchema,
  operationKey,
  orderIdSchema,
  recordVersionSchema,
  skuSchema,
} from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/** What both stages read of the record. */
export const stockNeeds = z.object({
  contract: recordVersionSchema,
  order: z.object({ orderId: orderIdSchema }),
  validation: z.object({
    /** One a product. */
    lines: z.array(z.object({ sku: skuSchema, title: z.string(), quantity: z.int() })),
    /** Which attempt at the order it is. */
    attempt: z.optional(attemptSchema),
  }),
});

export type StockNeeds = Omit<z.infer<typeof stockNeeds>, 'contract'>;

/** Pieces of a product that an order asks for. */
export type AskedLine = StockNeeds['validation']['lines'][number];

/** For whom pieces are held: an attempt at an order, whose number is 1 where the record is older than attempts. */
export function holderOf({ order, validation }: StockNeeds): { readonly orderId: string; readonly attempt: number } {
  return { orderId: order.orderId, attempt: validation.attempt ?? 1 };
}

/** The key of the note of an attempt: `order-12345-stock`, and of the second attempt `order-12345.2-stock`. */
export function stockKey({ orderId, attempt }: ReturnType<typeof holderOf>): string {
  return operationKey(orderId, 'stock', attempt);
}

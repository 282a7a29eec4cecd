import { attemptSchema, instantSchema, moneySchema, pricedLineSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/** What Validate Order leaves: the order's lines as the catalog prices them. */
export const validationReceiptSchema = z.object({
  /** One line a SKU, in the order's order; lines of the same SKU are merged. */
  lines: z.array(pricedLineSchema),
  /** The sum of the lines' prices: what is charged. */
  total: moneySchema,
  /** Grams of the whole order. */
  weight: z.int().check(z.minimum(0)),
  validatedAt: instantSchema,
  /** Which attempt at the order this execution claimed. Left out where it claimed none, as under a definition without claims. */
  attempt: z.optional(attemptSchema),
});

export type ValidationReceipt = z.infer<typeof validationReceiptSchema>;

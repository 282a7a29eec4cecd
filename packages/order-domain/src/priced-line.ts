import * as z from 'zod/mini';
import { moneySchema } from './money.ts';
import { skuSchema } from './sku.ts';

/** An order line with what the catalog says about it. */
export const pricedLineSchema = z.object({
  sku: skuSchema,
  title: z.string(),
  quantity: z.int(),
  unitPrice: moneySchema,
  /** `unitPrice` × `quantity`. */
  price: moneySchema,
  /** Grams of one unit. */
  unitWeight: z.int(),
});

export type PricedLine = z.infer<typeof pricedLineSchema>;

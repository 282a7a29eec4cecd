import { countrySchema, currencySchema, safeText, skuSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

const count = z.int().check(z.gte(0));
const positive = z.int().check(z.gte(1));

/** A product as it is put into a catalog. Prices are whole minor units of their currencies, weight is in grams. */
export const productSchema = z.strictObject({
  sku: skuSchema,
  title: safeText(60),
  prices: z.record(currencySchema, count),
  stock: count,
  weight: positive,
  restrictions: z.exactOptional(
    z.strictObject({
      maxPerOrder: z.exactOptional(positive),
      onlyTo: z.exactOptional(z.array(countrySchema).check(z.minLength(1))),
    }),
  ),
});

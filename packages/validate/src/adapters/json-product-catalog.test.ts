import { countrySchema, currencySchema, skuSchema } from '@order-workflow/order-domain';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { productCatalogContract } from '../ports/product-catalog.contract.ts';
import { jsonProductCatalog } from './json-product-catalog.ts';
import catalog from './products.json' with { type: 'json' };

productCatalogContract('the JSON catalog', jsonProductCatalog(), 'SKU001');
for (const { sku } of catalog.products)
  productCatalogContract(`the JSON catalog, asked for ${sku},`, jsonProductCatalog(), sku);

const count = z.int().check(z.minimum(0));
const positive = z.int().check(z.minimum(1));
const productSchema = z.strictObject({
  sku: skuSchema,
  title: z.string().check(z.regex(/^[ -~]{1,60}$/)),
  prices: z.record(currencySchema, count),
  stock: count,
  weight: positive,
  restrictions: z.optional(
    z.strictObject({
      maxPerOrder: z.optional(positive),
      onlyTo: z.optional(z.array(countrySchema).check(z.minLength(1))),
    }),
  ),
});

describe('products.json', () => {
  it.each(catalog.products.map((product) => [product.sku, product] as const))(
    'has a whole product %s',
    (_sku, product) => {
      expect(productSchema.safeParse(product).error?.issues).toBeUndefined();
    },
  );

  it('has each SKU once', () => {
    const skus = catalog.products.map(({ sku }) => sku);
    expect(new Set(skus).size).toBe(skus.length);
  });
});

describe(jsonProductCatalog, () => {
  it('takes another document, with a default currency of its own', async () => {
    const product = { sku: 'TEA', title: 'Tea', prices: { GBP: 300 }, stock: 1, weight: 100 };
    const found = await jsonProductCatalog({ defaultCurrency: 'GBP', products: [product] }).find(['TEA', 'SKU001']);
    expect(found).toEqual({ kind: 'products', products: new Map([['TEA', product]]), defaultCurrency: 'GBP' });
  });
});

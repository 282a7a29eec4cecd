import { NoticedDefect } from '@order-workflow/stage-kit';
import { type Attributes, attributes, plainValue } from '@order-workflow/stage-kit/dynamodb';
import * as z from 'zod/mini';
import type { Product } from '../ports/product-catalog.ts';

/**
 * The table of products is not as it must be: it does not exist, may not be used, or holds an item that cannot be read. Neither
 * retried nor told to the customer.
 */
export class CatalogTableBroken extends NoticedDefect {
  override readonly name = 'CatalogTableBroken';
}

/** The partition key of a table of products, a text: the SKU. */
export const catalogTableKey = 'sku';

/** The key of the item that says what is true of the whole catalog. No SKU begins with a space. */
export const wholeCatalog = ' catalog';

const count = z.int().check(z.gte(0));

/** An item of a product has its restrictions beside its other fields, so that each can be changed by itself. */
const itemSchema = z.object({
  sku: z.string(),
  title: z.string(),
  prices: z.catchall(z.object({}), count),
  stock: count,
  weight: count,
  maxPerOrder: z.optional(count),
  onlyTo: z.optional(z.array(z.string())),
});

const wholeSchema = z.object({ defaultCurrency: z.string() });

/** @throws CatalogTableBroken when it is not a product that this release reads */
export function readProduct(sku: string, item: Attributes): Product {
  const { maxPerOrder, onlyTo, ...product } = read(itemSchema, item, `the product ${sku}`);
  const restrictions = { ...(maxPerOrder !== undefined && { maxPerOrder }), ...(onlyTo && { onlyTo }) };
  return { ...product, ...((maxPerOrder !== undefined || onlyTo) && { restrictions }) };
}

/** @throws CatalogTableBroken when it does not name a currency */
export function readDefaultCurrency(item: Attributes): string {
  return read(wholeSchema, item, 'the default currency').defaultCurrency;
}

function read<Read>(schema: z.ZodMiniType<Read>, item: Attributes, what: string): Read {
  const { success, data } = schema.safeParse(plainValue({ M: item }));
  if (success) return data;
  throw new CatalogTableBroken(`${what} in the table of products cannot be read`);
}

/** A product as the item that `readProduct` reads. */
export function productItem({ restrictions: { maxPerOrder, onlyTo } = {}, ...product }: Product): Attributes {
  return attributes({ ...product, maxPerOrder, onlyTo: onlyTo && [...onlyTo] });
}

/** The item that says in which currency orders are priced that name none. */
export function wholeCatalogItem(defaultCurrency: string): Attributes {
  return attributes({ [catalogTableKey]: wholeCatalog, defaultCurrency });
}

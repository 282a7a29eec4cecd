import { type DynamoService, dynamoItems, type ItemRead } from '@order-workflow/stage-kit/dynamodb';
import type { Product, ProductCatalog } from '../ports/product-catalog.ts';
import {
  CatalogTableBroken,
  catalogTableKey,
  readDefaultCurrency,
  readProduct,
  wholeCatalog,
} from './catalog-items.ts';

/** Milliseconds for all that is asked of the table for one order. */
const timeoutMs = 3_000;

/** How many items are asked for at once: each takes a connection. */
const mostAtOnce = 10;

/**
 * Products in a DynamoDB table whose partition key is `sku`: an item a product, read consistently by GetItem, so that what
 * was changed counts for the next order. A table into which no catalog was loaded is unavailable.
 */
export function dynamoProductCatalog({
  table,
  ...service
}: DynamoService & { readonly table: string }): ProductCatalog {
  const items = dynamoItems(table, service, CatalogTableBroken);
  return {
    async find(skus) {
      const signal = AbortSignal.timeout(timeoutMs);
      const keys = [...new Set([wholeCatalog, ...skus])];
      const found: ItemRead[] = [];
      while (found.length < keys.length) {
        const some = keys.slice(found.length, found.length + mostAtOnce);
        found.push(...(await Promise.all(some.map((key) => items.read({ [catalogTableKey]: { S: key } }, signal)))));
      }
      let defaultCurrency: string | undefined;
      const products = new Map<string, Product>();
      for (const [index, read] of found.entries()) {
        if (read.answer === 'unavailable') return { kind: 'unavailable', detail: read.detail };
        if (read.answer === 'nothing') continue;
        const key = keys[index] ?? '';
        if (index === 0) defaultCurrency = readDefaultCurrency(read.item);
        else products.set(key, readProduct(key, read.item));
      }
      if (defaultCurrency === undefined) return { kind: 'unavailable', detail: `table ${table} holds no catalog yet` };
      return { kind: 'products', products, defaultCurrency };
    },
  };
}

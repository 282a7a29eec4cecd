import { type DynamoService, dynamoItems, type ItemWritten } from '@order-workflow/stage-kit/dynamodb';
import * as z from 'zod/mini';
import {
  CatalogTableBroken,
  catalogTableKey,
  productItem,
  readDefaultCurrency,
  readProduct,
  wholeCatalog,
  wholeCatalogItem,
} from '../../src/adapters/catalog-items.ts';
import type { Product } from '../../src/ports/product-catalog.ts';
import { updateOf } from './update-of.ts';

/** Why the table could not be asked, in a sentence; what was written until then stays. */
export class CatalogUnreachable extends Error {}

export interface CatalogContent {
  /** Nothing before a catalog was loaded. */
  readonly defaultCurrency?: string;
  readonly products: readonly Product[];
}

export interface CatalogTable {
  /** All of it, by SKU. */
  list(): Promise<CatalogContent>;
  find(sku: string): Promise<Product | undefined>;
  putCurrency(defaultCurrency: string): Promise<void>;
  /** Adds it, or puts it in place of the one that has its SKU. */
  put(product: Product): Promise<void>;
  /** Writes what differs between the two, and nothing else; false where the product is no longer there. */
  change(found: Product, product: Product): Promise<boolean>;
  /** Takes it away, also one that cannot be read; false where there is none. */
  remove(sku: string): Promise<boolean>;
}

/** Milliseconds for one call. */
const timeoutMs = 10_000;

/** Of a product that is there. */
const present = (sku: string) => ({
  Key: { [catalogTableKey]: { S: sku } },
  ConditionExpression: `attribute_exists(${catalogTableKey})`,
});

const pageSchema = z.object({
  Items: z.array(z.looseObject({ [catalogTableKey]: z.object({ S: z.string() }) })),
  LastEvaluatedKey: z.optional(z.record(z.string(), z.looseObject({}))),
});

/** The table of products as who keeps it works on it. */
export function catalogTable({ table, ...service }: DynamoService & { readonly table: string }): CatalogTable {
  const items = dynamoItems(table, service, CatalogTableBroken);
  const signal = () => AbortSignal.timeout(timeoutMs);

  async function write(
    operation: 'PutItem' | 'UpdateItem' | 'DeleteItem',
    input: object,
  ): Promise<ItemWritten['answer']> {
    const written = await items.write(operation, input, signal());
    if ('detail' in written) throw new CatalogUnreachable(written.detail);
    return written.answer;
  }

  return {
    async list() {
      const products: Product[] = [];
      let defaultCurrency: string | undefined;
      let ExclusiveStartKey: object | undefined;
      do {
        const input = { TableName: table, ConsistentRead: true, ...(ExclusiveStartKey && { ExclusiveStartKey }) };
        const asked = await items.ask('Scan', input, signal());
        if (asked.answer === 'unavailable') throw new CatalogUnreachable(asked.detail);
        const page = pageSchema.parse(asked.body);
        for (const item of page.Items) {
          const sku = item[catalogTableKey].S;
          if (sku === wholeCatalog) defaultCurrency = readDefaultCurrency(item as never);
          else products.push(readProduct(sku, item as never));
        }
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      products.sort((one, other) => (one.sku < other.sku ? -1 : 1));
      return { ...(defaultCurrency !== undefined && { defaultCurrency }), products };
    },

    async find(sku) {
      const read = await items.read({ [catalogTableKey]: { S: sku } }, signal());
      if (read.answer === 'unavailable') throw new CatalogUnreachable(read.detail);
      return read.answer === 'item' ? readProduct(sku, read.item) : undefined;
    },

    async putCurrency(defaultCurrency) {
      await write('PutItem', { Item: wholeCatalogItem(defaultCurrency) });
    },

    async put(product) {
      await write('PutItem', { Item: productItem(product) });
    },

    async change(found, product) {
      const update = updateOf(productItem(found), productItem(product));
      return !update || (await write('UpdateItem', { ...present(found.sku), ...update })) === 'written';
    },

    async remove(sku) {
      return (await write('DeleteItem', present(sku))) === 'written';
    },
  };
}

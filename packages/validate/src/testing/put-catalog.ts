import assert from 'node:assert/strict';
import { callDynamo, type DynamoService } from '@order-workflow/stage-kit/dynamodb';
import { productItem, wholeCatalogItem } from '../adapters/catalog-items.ts';
import type { JsonCatalog } from '../adapters/json-product-catalog.ts';

/** Puts a catalog into a table of an emulator. */
export async function putCatalog(
  service: DynamoService,
  TableName: string,
  { defaultCurrency, products }: JsonCatalog,
): Promise<void> {
  const call = callDynamo(service);
  for (const Item of [wholeCatalogItem(defaultCurrency), ...products.map(productItem)]) {
    const answer = await call('PutItem', { TableName, Item }, new AbortController().signal);
    assert.equal(answer.kind, 'done', JSON.stringify(answer));
  }
}

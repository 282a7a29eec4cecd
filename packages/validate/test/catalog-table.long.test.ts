import { makeTable } from '@order-workflow/stage-kit/testing';
import { missingForDynamoDbLocal, startDynamoDbLocal } from '@order-workflow/toolchain/emulators';
import { afterAll, expect, it } from 'vitest';
import { catalogTable } from '../bin/catalog/catalog-table.ts';
import { changeProduct } from '../bin/catalog/change-product.ts';
import { dynamoProductCatalog } from '../src/adapters/dynamo-product-catalog.ts';
import products from '../src/adapters/products.json' with { type: 'json' };
import { productCatalogContract } from '../src/ports/product-catalog.contract.ts';
import { putCatalog } from '../src/testing/put-catalog.ts';

const missing = missingForDynamoDbLocal();
if (missing && process.env['CI']) throw new Error(`${missing}: missing, and in CI AWS's own DynamoDB is not left out`);
if (missing) it.skip(`products on AWS's own DynamoDB, which needs ${missing}`);
else {
  const emulator = await startDynamoDbLocal();
  await makeTable(emulator.service, 'Catalog', 'sku');
  await putCatalog(emulator.service, 'Catalog', products);
  afterAll(() => emulator.stop());
  const catalog = dynamoProductCatalog({ ...emulator.service, table: 'Catalog' });
  productCatalogContract("dynamoProductCatalog on AWS's own DynamoDB", catalog, 'SKU001');

  it("is changed on AWS's own DynamoDB as on dynalite: a price, a new one, what is taken away of it, and a product that goes", async () => {
    const table = catalogTable({ ...emulator.service, table: 'Catalog' });
    const found = await table.find('SKU004');
    if (!found) throw new Error('SKU004 is missing');
    const changed = changeProduct(found, ['EUR=950', 'JPY=1500', 'onlyTo=', 'stock=1']);
    expect(changed.kind === 'product' && (await table.change(found, changed.product))).toBe(true);
    expect(await table.find('SKU004')).toEqual({
      ...{ sku: 'SKU004', title: 'Descaling liquid', prices: { EUR: 950, JPY: 1500 }, stock: 1, weight: 1050 },
    });
    expect(await table.change({ ...found, sku: 'NOPE' }, { ...found, sku: 'NOPE', stock: 2 })).toBe(false);
    expect([await table.remove('SKU005'), await table.remove('SKU005')]).toEqual([true, false]);
    expect(await table.list()).toMatchObject({ defaultCurrency: 'EUR', products: { length: 15 } });
  });
}

import { callDynamo } from '@order-workflow/stage-kit/dynamodb';
import { makeTable } from '@order-workflow/stage-kit/testing';
import { startUnreliableServer } from '@order-workflow/stage-kit/testing/http';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { productCatalogContract } from '../ports/product-catalog.contract.ts';
import { putCatalog } from '../testing/put-catalog.ts';
import { catalogFromEnvironment } from './catalog-from-environment.ts';
import { dynamoProductCatalog } from './dynamo-product-catalog.ts';
import { jsonProductCatalog } from './json-product-catalog.ts';
import products from './products.json' with { type: 'json' };

const emulator = await startDynalite();
afterAll(() => emulator.stop());
await makeTable(emulator.service, 'Catalog', 'sku');
await makeTable(emulator.service, 'Empty', 'sku');
await putCatalog(emulator.service, 'Catalog', products);
const catalog = dynamoProductCatalog({ ...emulator.service, table: 'Catalog' });
const all = products.products.map(({ sku }) => sku);

productCatalogContract('dynamoProductCatalog on dynalite', catalog, 'SKU001');

describe(dynamoProductCatalog, () => {
  it('answers as the JSON file does out of which it was filled, restrictions and all, however many are asked for', async () => {
    const many = [...all, ...Array.from({ length: 30 }, (_, index) => `NO-SUCH-${index}`)];
    expect(await catalog.find(many)).toEqual(await jsonProductCatalog().find(many));
  });

  it('does not take the item of the whole catalog for a product', async () => {
    expect(await catalog.find([' catalog'])).toMatchObject({ kind: 'products', products: new Map() });
  });

  it('is unavailable, and sells nothing, while no catalog was loaded into its table', async () => {
    const empty = dynamoProductCatalog({ ...emulator.service, table: 'Empty' });
    expect(await empty.find(['SKU001'])).toEqual({ kind: 'unavailable', detail: 'table Empty holds no catalog yet' });
  });

  it('is unavailable when no answer comes, or nobody is there', async () => {
    const nowhere = dynamoProductCatalog({ ...emulator.service, url: new URL('http://127.0.0.1:1'), table: 'Catalog' });
    expect(await nowhere.find(['SKU001'])).toMatchObject({ kind: 'unavailable' });
    const server = await startUnreliableServer({ serve: () => ({ status: 503, body: {} }) });
    onTestFinished(server.close);
    const down = dynamoProductCatalog({
      ...emulator.service,
      url: new URL(new URL(server.url).origin),
      table: 'Catalog',
    });
    expect(await down.find(['SKU001'])).toMatchObject({ kind: 'unavailable' });
  });

  it('throws, instead of having everything retried, when there is no such table', async () => {
    const elsewhere = dynamoProductCatalog({ ...emulator.service, table: 'Elsewhere' });
    const broken = { name: 'CatalogTableBroken', message: expect.stringContaining('ResourceNotFoundException (400)') };
    await expect(elsewhere.find(['SKU001'])).rejects.toMatchObject(broken);
  });

  it.each([
    ['no price in whole minor units', { prices: { M: { EUR: { N: '19.99' } } } }],
    ['less than nothing in stock', { stock: { N: '-1' } }],
    ['no weight', { weight: { S: '320' } }],
  ])('throws on a product that has %s, and says which', async (_, wrong) => {
    const Item = { sku: { S: 'ODD' }, title: { S: 'Odd' }, prices: { M: {} }, stock: { N: '1' }, weight: { N: '1' } };
    const odd = { TableName: 'Catalog', Item: { ...Item, ...wrong } };
    await callDynamo(emulator.service)('PutItem', odd, new AbortController().signal);
    await expect(catalog.find(['ODD'])).rejects.toThrow('the product ODD in the table of products cannot be read');
  });
});

describe(catalogFromEnvironment, () => {
  const environment = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ENDPOINT_URL_DYNAMODB: emulator.service.url.origin,
  };

  it('asks the table that is named, and without one the file, for which it needs nothing of AWS', async () => {
    const empty = catalogFromEnvironment({ ...environment, CATALOG_TABLE_NAME: 'Empty' });
    expect(await empty.find(['SKU001'])).toMatchObject({ kind: 'unavailable' });
    for (const none of [{}, { CATALOG_TABLE_NAME: '' }])
      expect(await catalogFromEnvironment(none).find(all)).toEqual(await jsonProductCatalog().find(all));
  });
});

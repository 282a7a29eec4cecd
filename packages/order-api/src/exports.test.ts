import { expect, it } from 'vitest';

it('exports these names: a change here is a change of the contract and asks for a changeset', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toEqual([
    'apiOperations',
    'batchLineSchema',
    'batchStandingSchema',
    'batchUse',
    'cancelOrderOperation',
    'describeApiOperation',
    'listOrdersOperation',
    'openapiDocument',
    'orderPath',
    'orderStandingSchema',
    'placeBatchOperation',
    'placeOrderOperation',
    'placePartFunction',
    'problemSchema',
    'showBatchOperation',
    'showBatchResultOperation',
    'showOrderOperation',
  ]);
});

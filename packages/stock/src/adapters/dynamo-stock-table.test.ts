import { makeTable } from '@order-workflow/stage-kit/testing';
import { startUnreliableServer } from '@order-workflow/stage-kit/testing/http';
import { startDynalite, testCredentials } from '@order-workflow/toolchain/emulators';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { stockTableContract } from '../ports/stock-table.contract.ts';
import { dynamoStockTable } from './dynamo-stock-table.ts';
import { stockFromEnvironment } from './stock-from-environment.ts';

const emulator = await startDynalite();
await makeTable(emulator.service, 'Stock', 'id');
afterAll(() => emulator.stop());
const { signal } = new AbortController();

let used = 0;
stockTableContract('dynamoStockTable on dynalite', () => ({
  table: dynamoStockTable({ ...emulator.service, table: 'Stock' }),
  unused: `SKU ${++used}/é`,
}));

describe(dynamoStockTable, () => {
  it('throws, instead of having everything retried, when there is no such table', async () => {
    const elsewhere = dynamoStockTable({ ...emulator.service, table: 'Elsewhere' });
    const broken = { name: 'StockTableBroken', message: expect.stringContaining('ResourceNotFoundException (400)') };
    await expect(elsewhere.level('SKU001', signal)).rejects.toMatchObject(broken);
    await expect(elsewhere.begin('SKU001', 1, signal)).rejects.toMatchObject(broken);
  });

  it('throws on a level that it cannot read, and says of which product', async () => {
    const { callDynamo } = await import('@order-workflow/stage-kit/dynamodb');
    const Item = { id: { S: 'sku/ODD' }, left: { N: '-1' }, sold: { N: '0' }, turn: { N: '1' } };
    await callDynamo(emulator.service)('PutItem', { TableName: 'Stock', Item }, signal);
    const table = dynamoStockTable({ ...emulator.service, table: 'Stock' });
    await expect(table.level('ODD', signal)).rejects.toThrow('the level of ODD cannot be read');
  });

  it('does not know whether it was written when no answer comes, and knows that it was not when nobody is there', async () => {
    const server = await startUnreliableServer({ serve: () => ({ status: 200, body: {} }) });
    onTestFinished(server.close);
    const table = dynamoStockTable({
      url: new URL(new URL(server.url).origin),
      region: 'us-east-1',
      credentials: () => testCredentials,
      table: 'Stock',
    });
    server.misbehave('cut-after');
    expect(await table.begin('SKU001', 1, signal)).toMatchObject({ answer: 'lost' });
    server.misbehave('cut-after');
    expect(await table.level('SKU001', signal)).toMatchObject({ answer: 'unavailable' });
    const nowhere = dynamoStockTable({ ...emulator.service, url: new URL('http://127.0.0.1:1'), table: 'Stock' });
    expect(await nowhere.begin('SKU001', 1, signal)).toMatchObject({ answer: 'unavailable' });
  });
});

describe(stockFromEnvironment, () => {
  const environment = {
    STOCK_TABLE_NAME: 'Stock',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ENDPOINT_URL_DYNAMODB: emulator.service.url.origin,
  };

  it('finds the table where the environment says', async () => {
    expect(await stockFromEnvironment(environment).begin('FOUND', 1, signal)).toEqual({ answer: 'written' });
  });

  it('says which variable is missing', () => {
    expect(() => stockFromEnvironment({ ...environment, STOCK_TABLE_NAME: '' })).toThrow('STOCK_TABLE_NAME: missing');
  });
});

import assert from 'node:assert/strict';
import { callDynamo, type DynamoService } from '../adapters/call-dynamo.ts';
import { orderTableKey } from '../adapters/order-store-from-environment.ts';
import { never } from './contract-case.ts';

/** Makes the table of orders in an emulator of DynamoDB, and waits until it can be used. */
export async function makeOrdersTable(service: DynamoService, table: string): Promise<void> {
  const call = callDynamo(service);
  const made = await call(
    'CreateTable',
    {
      TableName: table,
      AttributeDefinitions: [{ AttributeName: orderTableKey, AttributeType: 'S' }],
      KeySchema: [{ AttributeName: orderTableKey, KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    },
    never(),
  );
  assert.equal(made.kind, 'done', JSON.stringify(made));
  for (;;) {
    const described = await call('DescribeTable', { TableName: table }, never());
    assert.equal(described.kind, 'done', JSON.stringify(described));
    if (JSON.stringify(described).includes('"TableStatus":"ACTIVE"')) return;
  }
}

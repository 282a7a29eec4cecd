import assert from 'node:assert/strict';
import { callDynamo, type DynamoService } from '../dynamodb/call-dynamo.ts';

/**
 * Makes a table in an emulator of DynamoDB, and waits until it can be used.
 *
 * @param key the name of its partition key, a text
 */
export async function makeTable(service: DynamoService, table: string, key: string): Promise<void> {
  const call = callDynamo(service);
  const { signal } = new AbortController();
  const made = await call(
    'CreateTable',
    {
      TableName: table,
      AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
      KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    },
    signal,
  );
  assert.equal(made.kind, 'done', JSON.stringify(made));
  for (;;) {
    const described = await call('DescribeTable', { TableName: table }, signal);
    assert.equal(described.kind, 'done', JSON.stringify(described));
    if (JSON.stringify(described).includes('"TableStatus":"ACTIVE"')) return;
  }
}

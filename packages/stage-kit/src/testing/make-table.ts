import assert from 'node:assert/strict';
import { callDynamo, type DynamoService } from '../dynamodb/call-dynamo.ts';

/** An index of such a table; its keys are texts, too. */
interface TestIndex {
  readonly name: string;
  readonly key: string;
  readonly sortKey: string;
  readonly holds: readonly string[];
}

/**
 * Makes a table in an emulator of DynamoDB, and waits until it can be used.
 *
 * @param key the name of its partition key, a text
 */
export async function makeTable(
  service: DynamoService,
  table: string,
  key: string,
  indexes: readonly TestIndex[] = [],
): Promise<void> {
  const call = callDynamo(service);
  const { signal } = new AbortController();
  const made = await call(
    'CreateTable',
    {
      TableName: table,
      AttributeDefinitions: [...new Set([key, ...indexes.flatMap((index) => [index.key, index.sortKey])])].map(
        (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
      ),
      KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
      ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(described) }),
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

function described({ name, key, sortKey, holds }: TestIndex): object {
  return {
    IndexName: name,
    KeySchema: [
      { AttributeName: key, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ],
    Projection:
      holds.length > 0 ? { ProjectionType: 'INCLUDE', NonKeyAttributes: holds } : { ProjectionType: 'KEYS_ONLY' },
  };
}

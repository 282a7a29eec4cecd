import { callDynamo } from '@order-workflow/stage-kit/dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLetterTable, testCredentials } from '../../test/start-letter-table.ts';
import type { LetterItem } from '../letter-item.ts';
import { letterBookContract } from '../ports/letter-book.contract.ts';
import { dynamoLetterBook } from './dynamo-letter-book.ts';

const table = 'Letters';
const never = () => new AbortController().signal;
const item: LetterItem = {
  letterId: 'one',
  notificationId: 'order-1-notice-fulfilled',
  sequence: 1,
  state: 'sent',
  handed: 1,
  since: Date.UTC(2026, 2, 2),
  revision: 1,
};

describe('on a DynamoDB that answers', () => {
  let started: Awaited<ReturnType<typeof startLetterTable>>;
  beforeAll(async () => {
    started = await startLetterTable(table);
  });
  afterAll(() => started.stop());

  letterBookContract('the book in DynamoDB', () => dynamoLetterBook({ ...started.service, table }));

  it('lets an item go after ninety days, when nobody can ask for its letter any more', async () => {
    await dynamoLetterBook({ ...started.service, table }).writeIf(item, undefined);
    const input = { TableName: table, Key: { letterId: { S: 'one' } } };
    const answer = await callDynamo(started.service)('GetItem', input, never());
    const expiresAt = Date.UTC(2026, 4, 31) / 1000;
    expect(answer).toMatchObject({ body: { Item: { expiresAt: { N: `${expiresAt}` }, state: { S: 'sent' } } } });
  });

  it('throws, instead of having every letter tried again, when there is no such table', async () => {
    const elsewhere = dynamoLetterBook({ ...started.service, table: 'Elsewhere' });
    await expect(elsewhere.read('one')).rejects.toThrow('table Elsewhere answered GetItem with ResourceNotFound');
    await expect(elsewhere.writeIf(item, 1)).rejects.toMatchObject({ name: 'LetterTableBroken' });
  });

  it('throws at an item that this release does not read', async () => {
    const foreign = { TableName: table, Item: { letterId: { S: 'foreign' }, item: { S: '{"version":9}' } } };
    await callDynamo(started.service)('PutItem', foreign, never());
    await expect(dynamoLetterBook({ ...started.service, table }).read('foreign')).rejects.toThrow('cannot be read');
  });
});

it('is unavailable where nothing listens', async () => {
  const service = { url: new URL('http://127.0.0.1:1'), region: 'us-east-1', credentials: () => testCredentials };
  const book = dynamoLetterBook({ ...service, table });
  const away = { kind: 'unavailable', detail: 'DynamoDB: no connection (ECONNREFUSED)' };
  expect(await book.read('one')).toEqual(away);
  expect(await book.writeIf(item, undefined)).toEqual(away);
});

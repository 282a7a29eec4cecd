import { callDynamo, type DynamoAnswer, type DynamoService } from '@order-workflow/stage-kit/dynamodb';
import { type LetterItem, letterItemSchema } from '../letter-item.ts';
import { letterTable } from '../mailer-facts.ts';
import type { BookRead, BookWrite, LetterBook } from '../ports/letter-book.ts';

/** The table is not there, may not be used, or holds what this release does not read. */
class LetterTableBroken extends Error {
  override readonly name = 'LetterTableBroken';
}

/** How long a letter is known: SQS keeps a message for 14 days at most, and an execution is redriven within as many. */
const keptDays = 90;

/** Letters in a DynamoDB table by GetItem and PutItem with a condition, so that every emulator is as good. */
export function dynamoLetterBook({ table, ...service }: DynamoService & { readonly table: string }): LetterBook {
  const call = callDynamo(service);
  const { key, expiry } = letterTable;

  function broken(operation: string, { error }: DynamoAnswer & { readonly kind: 'refused' }): LetterTableBroken {
    return new LetterTableBroken(`table ${table} answered ${operation} with ${error}`);
  }

  return {
    async read(letterId): Promise<BookRead> {
      const input = { TableName: table, Key: { [key]: { S: letterId } }, ConsistentRead: true };
      const answer = await call('GetItem', input, deadline());
      switch (answer.kind) {
        case 'done':
          return { kind: 'item', item: answer.body['Item'] === undefined ? undefined : fromItem(answer.body['Item']) };
        case 'refused':
          throw broken('GetItem', answer);
        case 'not-done':
        case 'lost':
          return { kind: 'unavailable', detail: `DynamoDB: ${answer.detail}` };
      }
    },

    async writeIf(item, foundRevision): Promise<BookWrite> {
      const condition =
        foundRevision === undefined
          ? { ConditionExpression: `attribute_not_exists(${key})` }
          : {
              ConditionExpression: 'revision = :found',
              ExpressionAttributeValues: { ':found': { N: `${foundRevision}` } },
            };
      const expires = { [expiry]: { N: `${Math.floor(item.since / 1000) + keptDays * 24 * 3600}` } };
      const input = { TableName: table, Item: { item: { S: JSON.stringify(item) }, ...keysOf(item), ...expires } };
      const answer = await call('PutItem', { ...input, ...condition }, deadline());
      switch (answer.kind) {
        case 'done':
          return { kind: 'written' };
        case 'refused':
          if (answer.error === 'ConditionalCheckFailedException') return { kind: 'changed' };
          throw broken('PutItem', answer);
        case 'not-done':
        case 'lost':
          return { kind: 'unavailable', detail: `DynamoDB: ${answer.detail}` };
      }
    },
  };
}

/** The key, what writes are compared by, and what people look for; all else is one text that nobody asks the table for. */
function keysOf({ letterId, revision, notificationId, state }: LetterItem) {
  return {
    [letterTable.key]: { S: letterId },
    revision: { N: `${revision}` },
    notificationId: { S: notificationId },
    state: { S: state },
  };
}

function fromItem(attributes: unknown): LetterItem {
  const { S: text } = Object(Object(attributes).item) as { readonly S?: unknown };
  const read = letterItemSchema.safeParse(typeof text === 'string' ? JSON.parse(text) : undefined);
  if (read.success) return read.data;
  throw new LetterTableBroken('an item of the table of letters cannot be read');
}

function deadline(): AbortSignal {
  return AbortSignal.timeout(3_000);
}

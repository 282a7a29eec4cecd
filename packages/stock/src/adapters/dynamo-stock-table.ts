import { type Attributes, callDynamo, type DynamoAnswer, type DynamoService } from '@order-workflow/stage-kit/dynamodb';
import type { Found, StockTable, Written } from '../ports/stock-table.ts';
import { StockTableBroken } from '../stock-table-broken.ts';
import { changeExpression } from './change-expression.ts';
import { levelKey, noteAttributes, noteKey, number, readLevel, readNote, stockTableKey } from './stock-items.ts';

/**
 * Stock in a DynamoDB table whose partition key is `id`: an item a product, and one an attempt at an order. It asks for no more
 * than GetItem, and PutItem and UpdateItem with a condition.
 */
export function dynamoStockTable({ table, ...service }: DynamoService & { readonly table: string }): StockTable {
  const call = callDynamo(service);

  function broken(operation: string, { error, status }: DynamoAnswer & { readonly kind: 'refused' }): StockTableBroken {
    return new StockTableBroken(`table ${table} answered ${operation} with ${error} (${status})`);
  }

  async function get<Item>(
    Key: Attributes,
    signal: AbortSignal,
    read: (item: Attributes) => Item,
  ): Promise<Found<Item>> {
    const input = { TableName: table, Key, ConsistentRead: true };
    let answer = await call('GetItem', input, signal);
    // A connection that slept while the function was frozen may be dead, and to read twice does no harm.
    if (answer.kind === 'lost' && !signal.aborted) answer = await call('GetItem', input, signal);
    switch (answer.kind) {
      case 'done': {
        const { Item } = answer.body;
        return isItem(Item) ? { answer: 'found', item: read(Item) } : { answer: 'nothing' };
      }
      case 'refused':
        throw broken('GetItem', answer);
      case 'not-done':
      case 'lost':
        return { answer: 'unavailable', detail: `DynamoDB: ${answer.detail}` };
    }
  }

  async function write(operation: 'PutItem' | 'UpdateItem', input: object, signal: AbortSignal): Promise<Written> {
    const answer = await call(operation, { TableName: table, ...input }, signal);
    switch (answer.kind) {
      case 'done':
        return { answer: 'written' };
      case 'refused':
        if (answer.error === 'ConditionalCheckFailedException') return { answer: 'changed' };
        throw broken(operation, answer);
      case 'not-done':
        return { answer: 'unavailable', detail: `DynamoDB: ${answer.detail}` };
      case 'lost':
        return { answer: 'lost', detail: `DynamoDB: ${answer.detail}` };
    }
  }

  const ifNew = { ConditionExpression: `attribute_not_exists(${stockTableKey})` };

  return {
    level: (sku, signal) => get(levelKey(sku), signal, (item) => readLevel(sku, item)),
    begin: (sku, left, signal) =>
      write(
        'PutItem',
        { Item: { ...levelKey(sku), left: number(left), sold: number(0), turn: number(1) }, ...ifNew },
        signal,
      ),
    change: (sku, change, signal) => write('UpdateItem', { Key: levelKey(sku), ...changeExpression(change) }, signal),
    note: (key, signal) => get(noteKey(key), signal, (item) => readNote(key, item)),
    writeNote(key, note, found, signal) {
      const condition = found
        ? { ConditionExpression: 'revision = :found', ExpressionAttributeValues: { ':found': number(found.revision) } }
        : ifNew;
      return write('PutItem', { Item: noteAttributes(key, note), ...condition }, signal);
    },
  };
}

function isItem(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null;
}

import { type Attributes, type DynamoService, dynamoItems } from '@order-workflow/stage-kit/dynamodb';
import type { Found, StockTable } from '../ports/stock-table.ts';
import { StockTableBroken } from '../stock-failures.ts';
import { changeExpression } from './change-expression.ts';
import { levelKey, noteAttributes, noteKey, number, readLevel, readNote, stockTableKey } from './stock-items.ts';

/**
 * Stock in a DynamoDB table whose partition key is `id`: an item a product, and one an attempt at an order. It asks for no more
 * than GetItem, and PutItem and UpdateItem with a condition.
 */
export function dynamoStockTable({ table, ...service }: DynamoService & { readonly table: string }): StockTable {
  const items = dynamoItems(table, service, StockTableBroken);

  async function get<Item>(
    key: Attributes,
    signal: AbortSignal,
    read: (item: Attributes) => Item,
  ): Promise<Found<Item>> {
    const found = await items.read(key, signal);
    return found.answer === 'item' ? { answer: 'found', item: read(found.item) } : found;
  }

  const ifNew = { ConditionExpression: `attribute_not_exists(${stockTableKey})` };

  return {
    level: (sku, signal) => get(levelKey(sku), signal, (item) => readLevel(sku, item)),
    begin: (sku, left, signal) =>
      items.write(
        'PutItem',
        { Item: { ...levelKey(sku), left: number(left), sold: number(0), turn: number(1) }, ...ifNew },
        signal,
      ),
    change: (sku, change, signal) =>
      items.write('UpdateItem', { Key: levelKey(sku), ...changeExpression(change) }, signal),
    note: (key, signal) => get(noteKey(key), signal, (item) => readNote(key, item)),
    writeNote(key, note, found, signal) {
      const condition = found
        ? { ConditionExpression: 'revision = :found', ExpressionAttributeValues: { ':found': number(found.revision) } }
        : ifNew;
      return items.write('PutItem', { Item: noteAttributes(key, note), ...condition }, signal);
    },
  };
}

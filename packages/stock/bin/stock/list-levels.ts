import { type DynamoService, dynamoItems } from '@order-workflow/stage-kit/dynamodb';
import * as z from 'zod/mini';
import { levelKey, readLevel, stockTableKey } from '../../src/adapters/stock-items.ts';
import type { StockLevel } from '../../src/ports/stock-table.ts';
import { StockTableBroken, StockUnavailable } from '../../src/stock-failures.ts';

const pageSchema = z.object({
  Items: z.array(z.looseObject({ [stockTableKey]: z.object({ S: z.string() }) })),
  LastEvaluatedKey: z.optional(z.record(z.string(), z.looseObject({}))),
});

/** What the key of each level begins with. */
const prefix = Object.values(levelKey('')).map((value) => ('S' in value ? value.S : ''))[0] ?? '';

/**
 * All levels of a table, by SKU, as they are written: nobody is asked which holds have ended.
 *
 * @throws StockUnavailable when the table cannot be had
 * @throws StockTableBroken when there is no such table, or an item that cannot be read
 */
export async function listLevels(
  { table, ...service }: DynamoService & { readonly table: string },
  signal: AbortSignal,
): Promise<readonly StockLevel[]> {
  const items = dynamoItems(table, service, StockTableBroken);
  const levels: StockLevel[] = [];
  let ExclusiveStartKey: object | undefined;
  do {
    const input = {
      ...{ TableName: table, ConsistentRead: true, FilterExpression: 'begins_with(#key, :prefix)' },
      ...{
        ExpressionAttributeNames: { '#key': stockTableKey },
        ExpressionAttributeValues: { ':prefix': { S: prefix } },
      },
      ...(ExclusiveStartKey && { ExclusiveStartKey }),
    };
    const asked = await items.ask('Scan', input, signal);
    if (asked.answer === 'unavailable') throw new StockUnavailable(asked.detail);
    const page = pageSchema.parse(asked.body);
    levels.push(...page.Items.map((item) => readLevel(item[stockTableKey].S.slice(prefix.length), item as never)));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return levels.sort((one, other) => (one.sku < other.sku ? -1 : 1));
}

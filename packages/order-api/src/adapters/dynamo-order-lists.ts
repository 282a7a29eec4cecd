import type { AwsService } from '@order-workflow/stage-kit/aws';
import { type Attributes, dynamoItems, plainValue } from '@order-workflow/stage-kit/dynamodb';
import { listedAtKey, orderIndexes, orderStatusSchema } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import type { FoundStretch, ListedOrder, OrderLists, Stretch } from '../ports/order-lists.ts';

/** How many entries a call looks through for those of a status: a hundred kilobytes of them. */
const lookedThrough = 500;

/**
 * Milliseconds for reading a stretch: for what its query finds and, where that does not say how orders stand, for as many calls as
 * that takes.
 */
const stretchTimeoutMs = 5_000;

/** Sorts after every moment. */
const newest = '~';

const keyedSchema = z.object({ orderId: z.string() });
const entrySchema = z.object({ orderId: z.string(), [listedAtKey]: z.string() });
const standingSchema = z.object({ orderId: z.string(), attempt: z.int(), status: orderStatusSchema });
const queriedSchema = z.object({
  Items: z.array(z.unknown()),
  LastEvaluatedKey: z.optional(z.object({ [listedAtKey]: z.object({ S: z.string() }) })),
});
const gottenSchema = z.object({
  Responses: z.record(z.string(), z.array(z.unknown())),
  UnprocessedKeys: z.optional(z.record(z.string(), z.unknown())),
});

/** What an index names: the order, and as plain values what it holds of its item. */
type Entry = Pick<ListedOrder, 'orderId' | 'at'> & { readonly holds: unknown };

/** The lists of orders, by the indexes of their table: of its items no more is read than their attempt and status. */
export function dynamoOrderLists(
  table: string,
  service: AwsService,
  timeLimit: () => AbortSignal = () => AbortSignal.timeout(stretchTimeoutMs),
): OrderLists {
  const items = dynamoItems(table, service, TypeError);

  type Ask = (operation: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

  const askUntil =
    (signal: AbortSignal): Ask =>
    async (operation, input) => {
      const asked = await items.ask(operation, input, signal);
      if (asked.answer === 'unavailable') throw new ApiUnavailable(asked.detail);
      return asked.body;
    };

  async function query(ask: Ask, { of, digit, before = newest, since, status, most }: Stretch) {
    const index = 'day' in of ? orderIndexes.day : orderIndexes.customer;
    const filtered = status !== undefined && 'day' in of;
    const body = await ask('Query', {
      TableName: table,
      IndexName: index.name,
      KeyConditionExpression: '#list = :list AND #at BETWEEN :since AND :before',
      ...(filtered && { FilterExpression: '#status = :status' }),
      ExpressionAttributeNames: { '#list': index.key, '#at': listedAtKey, ...(filtered && { '#status': 'status' }) },
      ExpressionAttributeValues: {
        ':list': { S: `${'day' in of ? of.day : of.customer}.${digit}` },
        ':since': { S: since },
        ':before': { S: before },
        ...(filtered && { ':status': { S: status } }),
      },
      ScanIndexForward: false,
      // BETWEEN takes its ends with it, so that what this begins after may come once more.
      Limit: filtered ? lookedThrough : most + 1,
    });
    const { Items, LastEvaluatedKey } = queriedSchema.parse(body);
    const entries = Items.map(plainItem).map((holds): Entry => {
      const { orderId, [listedAtKey]: at } = entrySchema.parse(holds);
      return { orderId, at, holds };
    });
    const found = entries.filter(({ at }) => at !== before);
    const readTo = LastEvaluatedKey?.[listedAtKey].S;
    // One more than was asked for, where none came twice; and a hundred are the most whose standing can be asked for at once.
    if (filtered || found.length <= most) return { entries: found, readTo };
    return { entries: found.slice(0, most), readTo: found[most - 1]?.at };
  }

  /** How orders stand that an index names without saying that. */
  async function standings(ask: Ask, orderIds: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const found = new Map<string, unknown>();
    let asked: unknown = {
      Keys: orderIds.map((orderId) => ({ orderId: { S: orderId } })),
      ConsistentRead: true,
      ProjectionExpression: 'orderId, #attempt, #status',
      ExpressionAttributeNames: { '#attempt': 'attempt', '#status': 'status' },
    };
    for (let rest = orderIds.length; rest > 0 && asked !== undefined; ) {
      const { Responses, UnprocessedKeys } = gottenSchema.parse(
        await ask('BatchGetItem', { RequestItems: { [table]: asked } }),
      );
      const given = (Responses[table] ?? []).map(plainItem);
      for (const item of given) found.set(keyedSchema.parse(item).orderId, item);
      asked = UnprocessedKeys?.[table];
      if (asked !== undefined && given.length === 0) throw new ApiUnavailable('DynamoDB: it is throttled');
      rest -= given.length;
    }
    return found;
  }

  return {
    async read(stretch): Promise<FoundStretch> {
      const { before, since, status } = stretch;
      if (before !== undefined && before <= since) return { orders: [], readTo: undefined };
      const ask = askUntil(timeLimit());
      const { entries, readTo } = await query(ask, stretch);
      const standing =
        'day' in stretch.of
          ? undefined
          : await standings(
              ask,
              entries.map(({ orderId }) => orderId),
            );
      const orders = entries.flatMap(({ orderId, at, holds }) => {
        const read = standingSchema.safeParse(standing ? standing.get(orderId) : holds).data;
        return read && (status === undefined || read.status === status) ? [{ ...read, at }] : [];
      });
      return { orders, readTo };
    },
  };
}

function plainItem(item: unknown): unknown {
  return plainValue({ M: item as Attributes });
}

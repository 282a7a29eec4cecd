import * as z from 'zod/mini';
import { type Attributes, plainValue } from '../../dynamodb/attribute-value.ts';
import { callDynamo } from '../../dynamodb/call-dynamo.ts';
import { judgeStanding } from '../judge-standing.ts';
import type { OrderStandings } from '../order-standings.ts';
import { orderStatusSchema } from '../order-status.ts';
import { OrderTableBroken } from '../order-store-failures.ts';
import type { DynamoTable } from './dynamo-order-table.ts';

const standingItemSchema = z.object({ attempt: z.int(), status: orderStatusSchema });

/**
 * How attempts stand, from the DynamoDB table of orders: no more of an item is read than its attempt and status.
 *
 * @throws OrderTableBroken, at a call, when there is no such table, it may not be read, or an item is of another release
 */
export function dynamoOrderStandings({ table, ...service }: DynamoTable): OrderStandings {
  const call = callDynamo(service);
  return {
    async standingOf(orderId, attempt, signal) {
      const input = {
        TableName: table,
        Key: { orderId: { S: orderId } },
        ConsistentRead: true,
        ProjectionExpression: '#attempt, #status',
        ExpressionAttributeNames: { '#attempt': 'attempt', '#status': 'status' },
      };
      let answer = await call('GetItem', input, signal);
      // A connection that slept while the function was frozen may be dead, and to read twice does no harm.
      if (answer.kind === 'lost' && !signal.aborted) answer = await call('GetItem', input, signal);
      switch (answer.kind) {
        case 'done':
          return { answer: 'standing', standing: judgeStanding(readItem(answer.body['Item']), attempt) };
        case 'refused':
          throw new OrderTableBroken(`table ${table} answered GetItem with ${answer.error} (${answer.status})`);
        case 'not-done':
        case 'lost':
          return { answer: 'unavailable', detail: `DynamoDB: ${answer.detail}` };
      }
    },
  };
}

function readItem(item: unknown): z.infer<typeof standingItemSchema> | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const read = standingItemSchema.safeParse(plainValue({ M: item as Attributes }));
  if (!read.success) throw new OrderTableBroken('an item does not say its attempt and status');
  return read.data;
}

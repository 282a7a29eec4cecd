import * as z from 'zod/mini';
import { type Attributes, plainValue } from '../../dynamodb/attribute-value.ts';
import { dynamoItems } from '../../dynamodb/dynamo-items.ts';
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
  const items = dynamoItems(table, service, OrderTableBroken);
  const projection = {
    ProjectionExpression: '#attempt, #status',
    ExpressionAttributeNames: { '#attempt': 'attempt', '#status': 'status' },
  };
  return {
    async standingOf(orderId, attempt, signal) {
      const found = await items.read({ orderId: { S: orderId } }, signal, projection);
      if (found.answer === 'unavailable') return found;
      const item = found.answer === 'item' ? readItem(found.item) : undefined;
      return { answer: 'standing', standing: judgeStanding(item, attempt) };
    },
  };
}

function readItem(item: Attributes): z.infer<typeof standingItemSchema> {
  const read = standingItemSchema.safeParse(plainValue({ M: item }));
  if (!read.success) throw new OrderTableBroken('an item does not say its attempt and status');
  return read.data;
}

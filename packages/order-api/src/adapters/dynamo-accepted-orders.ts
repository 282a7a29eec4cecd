import * as z from 'zod/mini';
import type { AcceptedOrders } from '../ports/accepted-orders.ts';
import { type ApiTable, callTable } from './call-table.ts';

/** For how many seconds a key is known; after that its order is known by its content. */
const keptSeconds = 14 * 24 * 3600;

const text = z.object({ S: z.string() });
const number = z.object({ N: z.string() });
const orderSchema = z.object({ orderId: text, execution: text, attempt: number });
const requestSchema = z.extend(orderSchema, { bodyHash: text, expiresAt: number });

/**
 * What was accepted, in a DynamoDB table: an item of each key, and one of each order. Its partition key is the text `id`, and `expiresAt`
 * its time to live.
 */
export function dynamoAcceptedOrders({ clock, ...table }: ApiTable): AcceptedOrders {
  const { read, write } = callTable(table);
  const now = () => Math.floor(clock.now() / 1000);

  const item = async (id: string) => (await read('GetItem', { Key: { id: { S: id } } }))['Item'];

  return {
    async request(keyHash) {
      const { data } = requestSchema.safeParse(await item(`key#${keyHash}`));
      // DynamoDB deletes late what has expired.
      if (!data || Number(data.expiresAt.N) <= now()) return undefined;
      return { ...accepted(data), keyHash, bodyHash: data.bodyHash.S };
    },
    async order(orderId) {
      const { data } = orderSchema.safeParse(await item(`order#${orderId}`));
      return data && accepted(data);
    },
    keepRequest({ keyHash, bodyHash, ...order }) {
      return write('PutItem', {
        Item: {
          id: { S: `key#${keyHash}` },
          bodyHash: { S: bodyHash },
          ...attributes(order),
          expiresAt: { N: `${now() + keptSeconds}` },
        },
        ConditionExpression: 'attribute_not_exists(id) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': { N: `${now()}` } },
      });
    },
    async keepOrder(order) {
      await write('PutItem', {
        Item: { id: { S: `order#${order.orderId}` }, ...attributes(order), expiresAt: { N: `${now() + keptSeconds}` } },
        ConditionExpression: 'attribute_not_exists(id) OR attempt <= :attempt',
        ExpressionAttributeValues: { ':attempt': { N: `${order.attempt}` } },
      });
    },
  };
}

interface Order {
  readonly orderId: string;
  readonly execution: string;
  readonly attempt: number;
}

function accepted({ orderId, execution, attempt }: z.infer<typeof orderSchema>): Order {
  return { orderId: orderId.S, execution: execution.S, attempt: Number(attempt.N) };
}

function attributes({ orderId, execution, attempt }: Order) {
  return { orderId: { S: orderId }, execution: { S: execution }, attempt: { N: `${attempt}` } };
}

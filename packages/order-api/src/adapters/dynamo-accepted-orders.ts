import type { AwsService } from '@order-workflow/stage-kit/aws';
import { callDynamo, type DynamoAnswer } from '@order-workflow/stage-kit/dynamodb';
import * as z from 'zod/mini';
import type { AcceptedOrders } from '../ports/accepted-orders.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { awsCallTimeoutMs } from './states-from-environment.ts';

export interface AcceptedTable {
  /** Its partition key is the text `id`, and `expiresAt` its time to live. */
  readonly table: string;
  readonly service: AwsService;
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number };
}

/** For how many seconds a key is known; after that its order is known by its content. */
const keptSeconds = 14 * 24 * 3600;

const text = z.object({ S: z.string() });
const number = z.object({ N: z.string() });
const orderSchema = z.object({ orderId: text, execution: text, attempt: number });
const requestSchema = z.extend(orderSchema, { bodyHash: text, expiresAt: number });

/** What was accepted, in a DynamoDB table: an item of each key, and one of each order. */
export function dynamoAcceptedOrders({ table: TableName, service, clock }: AcceptedTable): AcceptedOrders {
  const call = callDynamo(service);
  const now = () => Math.floor(clock.now() / 1000);

  async function ask(operation: string, input: object): Promise<DynamoAnswer & { readonly kind: 'done' | 'refused' }> {
    const answer = await call(operation, { TableName, ...input }, AbortSignal.timeout(awsCallTimeoutMs));
    if (answer.kind === 'done' || answer.kind === 'refused') return answer;
    throw new ApiUnavailable(`DynamoDB: ${answer.detail}`);
  }

  async function read(id: string): Promise<unknown> {
    const answer = await ask('GetItem', { Key: { id: { S: id } }, ConsistentRead: true });
    if (answer.kind === 'done') return answer.body['Item'];
    throw new TypeError(`table ${TableName} answered GetItem with ${answer.error}`);
  }

  /** False where the condition did not hold. */
  async function put(input: object): Promise<boolean> {
    const answer = await ask('PutItem', input);
    if (answer.kind === 'done') return true;
    if (answer.error === 'ConditionalCheckFailedException') return false;
    throw new TypeError(`table ${TableName} answered PutItem with ${answer.error}`);
  }

  return {
    async request(keyHash) {
      const { data } = requestSchema.safeParse(await read(`key#${keyHash}`));
      // DynamoDB deletes late what has expired.
      if (!data || Number(data.expiresAt.N) <= now()) return undefined;
      return { ...accepted(data), keyHash, bodyHash: data.bodyHash.S };
    },
    async order(orderId) {
      const { data } = orderSchema.safeParse(await read(`order#${orderId}`));
      return data && accepted(data);
    },
    keepRequest({ keyHash, bodyHash, ...order }) {
      return put({
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
      await put({
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

import * as z from 'zod/mini';
import { type Attributes, plainValue } from '../../dynamodb/attribute-value.ts';
import { dynamoItems } from '../../dynamodb/dynamo-items.ts';
import type { CustomerOrders } from '../forget-customer.ts';
import { listDigits, orderIndexes } from '../order-indexes.ts';
import { OrderStoreUnavailable, OrderTableBroken } from '../order-store-failures.ts';
import type { DynamoTable } from './dynamo-order-table.ts';

const queriedSchema = z.object({ Items: z.array(z.unknown()), LastEvaluatedKey: z.optional(z.unknown()) });
const keyedSchema = z.object({ orderId: z.string() });

/** The orders of a customer by the index of the table, all pages of all parts of it. It may be a moment behind the table. */
export function dynamoCustomerOrders({ table, ...service }: DynamoTable, deadline: () => AbortSignal): CustomerOrders {
  const items = dynamoItems(table, service, OrderTableBroken);
  const { name, key } = orderIndexes.customer;

  async function page(partition: string, after: unknown) {
    const input = {
      TableName: table,
      IndexName: name,
      KeyConditionExpression: '#list = :list',
      ExpressionAttributeNames: { '#list': key },
      ExpressionAttributeValues: { ':list': { S: partition } },
      ...(after !== undefined && { ExclusiveStartKey: after }),
    };
    const asked = await items.ask('Query', input, deadline());
    if (asked.answer === 'unavailable') throw new OrderStoreUnavailable(asked.detail);
    return queriedSchema.parse(asked.body);
  }

  return {
    async idsOf(customer) {
      const found: string[] = [];
      for (const digit of listDigits)
        for (let after: unknown; ; ) {
          const { Items, LastEvaluatedKey } = await page(`${customer}.${digit}`, after);
          found.push(...Items.map((item) => keyedSchema.parse(plainValue({ M: item as Attributes })).orderId));
          if (LastEvaluatedKey === undefined) break;
          after = LastEvaluatedKey;
        }
      return found;
    },
  };
}

import type { Attributes } from '../../dynamodb/attribute-value.ts';
import { callDynamo, type DynamoAnswer, type DynamoService } from '../../dynamodb/call-dynamo.ts';
import { OrderTableBroken } from '../order-store-failures.ts';
import type { OrderTable, ReadAnswer, WriteAnswer } from '../order-table.ts';
import { foundAttributes, fromAttributes, toAttributes } from './dynamo-item.ts';

export interface DynamoTable extends DynamoService {
  readonly table: string;
}

/**
 * Orders in a DynamoDB table whose partition key is `orderId`. It asks for no more than GetItem and PutItem with a
 * condition, so that every emulator is as good.
 */
export function dynamoOrderTable({ table, ...service }: DynamoTable): OrderTable {
  const call = callDynamo(service);

  function broken(operation: string, { error, status }: DynamoAnswer & { readonly kind: 'refused' }): OrderTableBroken {
    return new OrderTableBroken(`table ${table} answered ${operation} with ${error} (${status})`);
  }

  return {
    async read(orderId, signal): Promise<ReadAnswer> {
      const input = { TableName: table, Key: { orderId: { S: orderId } }, ConsistentRead: true };
      let answer = await call('GetItem', input, signal);
      // A connection that slept while the function was frozen may be dead, and to read twice does no harm.
      if (answer.kind === 'lost' && !signal.aborted) answer = await call('GetItem', input, signal);
      switch (answer.kind) {
        case 'done': {
          const { Item } = answer.body;
          return isItem(Item) ? { answer: 'item', item: fromAttributes(Item) } : { answer: 'nothing' };
        }
        case 'refused':
          throw broken('GetItem', answer);
        case 'not-done':
        case 'lost':
          return { answer: 'unavailable', detail: `DynamoDB: ${answer.detail}` };
      }
    },

    async writeIf(item, found, signal): Promise<WriteAnswer> {
      const condition = found
        ? compared(foundAttributes(found))
        : { ConditionExpression: 'attribute_not_exists(orderId)' };
      const answer = await call('PutItem', { TableName: table, Item: toAttributes(item), ...condition }, signal);
      switch (answer.kind) {
        case 'done':
          return { answer: 'written' };
        case 'refused':
          if (answer.error === 'ConditionalCheckFailedException') return { answer: 'changed' };
          throw broken('PutItem', answer);
        case 'not-done':
          return { answer: 'unavailable', detail: `DynamoDB: ${answer.detail}` };
        case 'lost':
          return { answer: 'lost', detail: `DynamoDB: ${answer.detail}` };
      }
    },
  };
}

/** A condition that holds while these attributes are as they were found; some of their names are words of DynamoDB's own. */
function compared(attributes: Attributes) {
  const names = Object.keys(attributes);
  return {
    ConditionExpression: names.map((name) => `#${name} = :${name}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, attributes[name]])),
  };
}

function isItem(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null;
}

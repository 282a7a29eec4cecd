import type { Attributes } from '../../dynamodb/attribute-value.ts';
import type { DynamoService } from '../../dynamodb/call-dynamo.ts';
import { dynamoItems } from '../../dynamodb/dynamo-items.ts';
import { OrderTableBroken } from '../order-store-failures.ts';
import type { OrderTable } from '../order-table.ts';
import { foundAttributes, fromAttributes, toAttributes } from './dynamo-item.ts';

export interface DynamoTable extends DynamoService {
  readonly table: string;
}

/**
 * Orders in a DynamoDB table whose partition key is `orderId`. It asks for no more than GetItem and PutItem with a
 * condition, so that every emulator is as good.
 */
export function dynamoOrderTable({ table, ...service }: DynamoTable): OrderTable {
  const items = dynamoItems(table, service, OrderTableBroken);
  return {
    async read(orderId, signal) {
      const found = await items.read({ orderId: { S: orderId } }, signal);
      return found.answer === 'item' ? { answer: 'item', item: fromAttributes(found.item) } : found;
    },

    writeIf(item, found, signal) {
      const condition = found
        ? compared(foundAttributes(found))
        : { ConditionExpression: 'attribute_not_exists(orderId)' };
      return items.write('PutItem', { Item: toAttributes(item), ...condition }, signal);
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

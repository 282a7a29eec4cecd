// What a first sketch of a claim looks like: the SDK's client as its README imports it. Its bundle, made without options, is
// what the order store's own is measured against.
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export async function handler(order: unknown) {
  return client.send(
    new PutItemCommand({
      TableName: process.env['ORDERS_TABLE_NAME'],
      Item: {
        orderId: { S: `start-${process.pid}-${performance.timeOrigin}` },
        status: { S: 'open' },
        record: { S: JSON.stringify(order) },
      },
      ConditionExpression: 'attribute_not_exists(orderId)',
    }),
  );
}

import type { DynamoService } from '../../dynamodb/call-dynamo.ts';
import { makeTable } from '../../testing/make-table.ts';
import { orderTableKey } from '../adapters/order-store-from-environment.ts';

/** Makes the table of orders in an emulator of DynamoDB, and waits until it can be used. */
export function makeOrdersTable(service: DynamoService, table: string): Promise<void> {
  return makeTable(service, table, orderTableKey);
}

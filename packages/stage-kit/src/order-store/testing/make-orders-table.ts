import type { DynamoService } from '../../dynamodb/call-dynamo.ts';
import { makeTable } from '../../testing/make-table.ts';
import { orderTableKey } from '../adapters/order-store-from-environment.ts';
import { listedAtKey, orderIndexes } from '../order-indexes.ts';

/** Makes the table of orders, with its indexes, in an emulator of DynamoDB, and waits until it can be used. */
export function makeOrdersTable(service: DynamoService, table: string): Promise<void> {
  const indexes = Object.values(orderIndexes).map((index) => ({ ...index, sortKey: listedAtKey }));
  return makeTable(service, table, orderTableKey, indexes);
}

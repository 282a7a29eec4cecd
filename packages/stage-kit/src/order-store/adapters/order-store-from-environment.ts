import { dynamoServiceFromEnvironment, neededVariable } from '../../dynamodb/aws-service-from-environment.ts';
import { orderClaimsOver } from '../order-claims-over.ts';
import type { OrderStandings } from '../order-standings.ts';
import type { OrderClaims, OrderStore, OrderTakeovers } from '../order-store.ts';
import { orderStoreOver } from '../order-store-over.ts';
import type { OrderTable } from '../order-table.ts';
import { orderTakeoversOver } from '../order-takeovers-over.ts';
import { dynamoOrderStandings } from './dynamo-order-standings.ts';
import { type DynamoTable, dynamoOrderTable } from './dynamo-order-table.ts';

/** The environment variables of a function that uses the order store, besides those that Lambda gives it. */
export const orderStoreVariables = {
  /** The name of the DynamoDB table. */
  table: 'ORDERS_TABLE_NAME',
  /** Milliseconds for one call of the store, with all that it asks of the table. */
  timeout: 'ORDER_STORE_TIMEOUT_MS',
} as const;

/** The table's partition key, a text. */
export const orderTableKey = 'orderId';

/** Milliseconds for one call of the store, and the most that may be set: the stages' own time-outs count on it. */
export const orderStoreTimeoutMs = 3_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The order store in the DynamoDB table `ORDERS_TABLE_NAME`, found as any ({@link dynamoServiceFromEnvironment}).
 *
 * @throws TypeError when the table or the region is missing
 * @throws RangeError when a setting is wrong
 */
export function orderStoreFromEnvironment(environment: Environment): OrderStore {
  return orderStoreOver(...tableFromEnvironment(environment));
}

/**
 * As {@link orderStoreFromEnvironment}, with no more than the first stage asks for.
 *
 * @throws TypeError when the table or the region is missing
 * @throws RangeError when a setting is wrong
 */
export function orderClaimsFromEnvironment(environment: Environment): OrderClaims {
  return orderClaimsOver(...tableFromEnvironment(environment));
}

/**
 * As {@link orderStoreFromEnvironment}, with no more than the first state of a cancellation asks for.
 *
 * @throws TypeError when the table or the region is missing
 * @throws RangeError when a setting is wrong
 */
export function orderTakeoversFromEnvironment(environment: Environment): OrderTakeovers {
  return orderTakeoversOver(...tableFromEnvironment(environment));
}

/**
 * As {@link orderStoreFromEnvironment}, with no more than a stage asks that holds something for orders: how an attempt
 * stands. It reads nothing else of an order.
 *
 * @throws TypeError when the table or the region is missing
 * @throws RangeError when a setting is wrong
 */
export function orderStandingsFromEnvironment(environment: Environment): OrderStandings {
  return dynamoOrderStandings(dynamoTableFromEnvironment(environment));
}

function tableFromEnvironment(environment: Environment): [table: OrderTable, deadline: () => AbortSignal] {
  const table = dynamoTableFromEnvironment(environment);
  const timeoutMs = Number(environment[orderStoreVariables.timeout] || orderStoreTimeoutMs);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > orderStoreTimeoutMs)
    throw new RangeError(`${orderStoreVariables.timeout} must be a whole number of 1 to ${orderStoreTimeoutMs}`);
  return [dynamoOrderTable(table), () => AbortSignal.timeout(timeoutMs)];
}

function dynamoTableFromEnvironment(environment: Environment): DynamoTable {
  const table = neededVariable(environment, orderStoreVariables.table, 'the name of a DynamoDB table');
  return { table, ...dynamoServiceFromEnvironment(environment) };
}

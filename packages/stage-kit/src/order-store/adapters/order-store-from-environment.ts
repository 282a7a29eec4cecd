import { serviceAddress } from '../../adapters/service-address.ts';
import { orderClaimsOver } from '../order-claims-over.ts';
import type { OrderClaims, OrderStore, OrderTakeovers } from '../order-store.ts';
import { orderStoreOver } from '../order-store-over.ts';
import type { OrderTable } from '../order-table.ts';
import { orderTakeoversOver } from '../order-takeovers-over.ts';
import { dynamoOrderTable } from './dynamo-order-table.ts';

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
 * The order store in the DynamoDB table `ORDERS_TABLE_NAME`. Region and credentials are Lambda's
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html); `AWS_ENDPOINT_URL_DYNAMODB`, or
 * `AWS_ENDPOINT_URL`, says where DynamoDB is instead of at AWS
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). An empty value is the same as none.
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

function tableFromEnvironment(environment: Environment): [table: OrderTable, deadline: () => AbortSignal] {
  const table = needed(environment, orderStoreVariables.table, 'the name of a DynamoDB table');
  const region = needed(environment, 'AWS_REGION', 'a region of AWS');
  const timeoutMs = Number(environment[orderStoreVariables.timeout] || orderStoreTimeoutMs);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > orderStoreTimeoutMs)
    throw new RangeError(`${orderStoreVariables.timeout} must be a whole number of 1 to ${orderStoreTimeoutMs}`);
  const address = environment['AWS_ENDPOINT_URL_DYNAMODB'] || environment['AWS_ENDPOINT_URL'];
  const url = serviceAddress(
    address || `https://dynamodb.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
  );
  if (url.pathname !== '/') throw new RangeError('the address of DynamoDB must not hold a path');
  const credentials = () => ({
    accessKeyId: needed(environment, 'AWS_ACCESS_KEY_ID', 'the id of an access key'),
    secretAccessKey: needed(environment, 'AWS_SECRET_ACCESS_KEY', 'an access key'),
    sessionToken: environment['AWS_SESSION_TOKEN'],
  });
  return [dynamoOrderTable({ table, url, region, credentials }), () => AbortSignal.timeout(timeoutMs)];
}

function needed(environment: Environment, name: string, what: string): string {
  const value = environment[name];
  if (!value) throw new TypeError(`${name}: missing, expected ${what}`);
  return value;
}

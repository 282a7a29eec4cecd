import { dynamoServiceFromEnvironment, neededVariable } from '@order-workflow/stage-kit/dynamodb';
import { customerHash, keyedHash } from '@order-workflow/stage-kit/order-store';
import type { ListingPorts } from '../decisions/list-orders.ts';
import { dynamoOrderLists } from './dynamo-order-lists.ts';
import type { Environment } from './states-from-environment.ts';

/**
 * What the list of orders asks of the world, by the function's environment: `ORDERS_TABLE_NAME` and `ORDER_FINGERPRINT_KEY`.
 *
 * @throws TypeError when something is missing
 * @throws RangeError when the key is too short
 */
export function listingPortsFromEnvironment(environment: Environment): ListingPorts {
  const key = neededVariable(environment, 'ORDER_FINGERPRINT_KEY', 'the key of the fingerprints');
  const table = neededVariable(environment, 'ORDERS_TABLE_NAME', 'the name of a DynamoDB table');
  return {
    lists: dynamoOrderLists(table, dynamoServiceFromEnvironment(environment)),
    hash: keyedHash(key),
    customer: customerHash(key),
    clock: Date,
  };
}

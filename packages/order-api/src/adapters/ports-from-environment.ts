import { dynamoServiceFromEnvironment, neededVariable } from '@order-workflow/stage-kit/dynamodb';
import { orderFingerprint } from '@order-workflow/stage-kit/order-store';
import type { PlacingPorts } from '../decisions/answer-post.ts';
import type { FindingPorts } from '../decisions/find-order.ts';
import { dynamoAcceptedOrders } from './dynamo-accepted-orders.ts';
import { dynamoPlacedOrders } from './dynamo-placed-orders.ts';
import { stateMachineExecutions } from './state-machine-executions.ts';
import { type Environment, statesFromEnvironment } from './states-from-environment.ts';

/**
 * What an operation asks of the world, by the function's environment: `ORDERS_TABLE_NAME`, `ACCEPTED_ORDERS_TABLE_NAME`,
 * `PLACE_ORDERS_AT` and `CANCEL_ORDERS_AT`.
 *
 * @throws TypeError when something is missing
 */
export function findingPortsFromEnvironment(environment: Environment): FindingPorts & Pick<PlacingPorts, 'accepted'> {
  const tables = dynamoServiceFromEnvironment(environment);
  return {
    accepted: dynamoAcceptedOrders({
      table: neededVariable(environment, 'ACCEPTED_ORDERS_TABLE_NAME', 'the name of a DynamoDB table'),
      service: tables,
      clock: Date,
    }),
    orders: dynamoPlacedOrders(
      neededVariable(environment, 'ORDERS_TABLE_NAME', 'the name of a DynamoDB table'),
      tables,
    ),
    executions: stateMachineExecutions({
      startAt: {
        orders: neededVariable(environment, 'PLACE_ORDERS_AT', 'an ARN to start executions at'),
        cancellations: neededVariable(environment, 'CANCEL_ORDERS_AT', 'an ARN to start executions at'),
      },
      service: statesFromEnvironment(environment),
    }),
    clock: Date,
  };
}

/**
 * The same, with the key of the fingerprints, `ORDER_FINGERPRINT_KEY`.
 *
 * @throws TypeError when something is missing
 * @throws RangeError when the key is too short
 */
export function placingPortsFromEnvironment(environment: Environment): PlacingPorts {
  return {
    ...findingPortsFromEnvironment(environment),
    fingerprint: orderFingerprint(neededVariable(environment, 'ORDER_FINGERPRINT_KEY', 'the key of the fingerprints')),
  };
}

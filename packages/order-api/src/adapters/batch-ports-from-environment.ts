import { dynamoServiceFromEnvironment, neededVariable } from '@order-workflow/stage-kit/dynamodb';
import type { PartPorts } from '../decisions/place-part.ts';
import type { BatchPorts } from '../decisions/post-batch.ts';
import type { Batches } from '../ports/batches.ts';
import { dynamoBatches } from './dynamo-batches.ts';
import { placingPortsFromEnvironment } from './ports-from-environment.ts';
import { stateMachineExecutions } from './state-machine-executions.ts';
import { type Environment, statesFromEnvironment } from './states-from-environment.ts';

/**
 * What the operations on batches ask of the world, by the function's environment: `BATCHES_TABLE_NAME` and `PLACE_BATCHES_AT`.
 *
 * @throws TypeError when something is missing
 */
export function batchPortsFromEnvironment(environment: Environment): BatchPorts {
  const startAt = { batches: neededVariable(environment, 'PLACE_BATCHES_AT', 'an ARN to start executions at') };
  return {
    batches: batchesFromEnvironment(environment),
    executions: stateMachineExecutions({ startAt, service: statesFromEnvironment(environment) }),
    clock: Date,
  };
}

/**
 * What is kept of batches, by `BATCHES_TABLE_NAME`.
 *
 * @throws TypeError when it is missing
 */
export function batchesFromEnvironment(environment: Environment): Batches {
  const table = neededVariable(environment, 'BATCHES_TABLE_NAME', 'the name of a DynamoDB table');
  return dynamoBatches({ table, service: dynamoServiceFromEnvironment(environment), clock: Date });
}

/**
 * What placing a part of a batch asks of the world: all that placing an order does, and `BATCHES_TABLE_NAME`.
 *
 * @throws TypeError when something is missing
 * @throws RangeError when the key of the fingerprints is too short
 */
export function partPortsFromEnvironment(environment: Environment): PartPorts {
  return { ...placingPortsFromEnvironment(environment), batches: batchesFromEnvironment(environment) };
}

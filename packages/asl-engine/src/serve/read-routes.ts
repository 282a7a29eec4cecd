import { ApiError, missingResource } from './api-error.ts';
import { readArn } from './names.ts';
import type { RequestFields } from './request-fields.ts';
import type { Alias, Machine, World } from './world.ts';

interface Routes {
  readonly machine: Machine;
  readonly routes: Alias['routes'];
}

/**
 * Reads how an alias divides executions: one or two versions of one machine, with weights of 100 together (API reference,
 * "CreateStateMachineAlias"); undefined when the request does not say. Throws ApiError.
 */
export function readRoutes(fields: RequestFields, world: World): Routes | undefined {
  const given = fields.objects('routingConfiguration');
  if (given === undefined) return undefined;
  const arns = given.map((route) => route.text('stateMachineVersionArn', { most: 256 }));
  const weights = given.map((route) => route.neededInteger('weight', 0, 100));
  checkRoutes(arns, weights);
  const machine = machineOf(arns, world);
  const routes = arns.map((arn, index) => ({ version: versionOf(arn, machine), weight: weights[index] ?? 0 }));
  return { machine, routes };
}

function checkRoutes(arns: readonly string[], weights: readonly number[]): void {
  const received = `[${arns.join(', ')}]`;
  const items = arns.map(
    (arn, index) => `RoutingConfigurationListItem(stateMachineVersionArn=${arn}, weight=${weights[index]})`,
  );
  if (arns.length < 1 || arns.length > 2)
    throw refused(
      `1 validation error detected: Value '[${items.join(', ')}]' at 'routingConfiguration' failed to satisfy constraint: Member must have length ${arns.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 2'}`,
    );
  const named = arns.map((arn) => readArn(arn, 'stateMachine').rest);
  if (new Set(arns).size < arns.length)
    throw refused(`Routing configuration must contain distinct state machine version ARNs. Received: ${received}`);
  if (!named.every(([, version = '']) => /^\d+$/.test(version)))
    throw refused(`Routing configuration must contain state machine version ARNs. Received: ${received}`);
  if (weights.reduce((sum, weight) => sum + weight, 0) !== 100)
    throw refused(`Sum of routing configuration weights must equal 100. Received: [${weights.join(', ')}]`);
}

function machineOf(arns: readonly string[], world: World): Machine {
  const owners = arns.map((arn) => arn.replace(/:\d+$/, ''));
  if (new Set(owners).size > 1)
    throw refused(
      `Both stateMachineVersionArn values must belong to the same state machine. Received: [${arns.join(', ')}]`,
    );
  const machine = world.machines.get(owners[0] ?? '');
  if (machine) return machine;
  throw missingResource();
}

function versionOf(arn: string, machine: Machine): number {
  const number = Number(arn.slice(arn.lastIndexOf(':') + 1));
  if (machine.versions.some((version) => version.number === number)) return number;
  throw missingResource();
}

function refused(message: string): ApiError {
  return new ApiError('ValidationException', message);
}

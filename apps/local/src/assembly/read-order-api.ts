import { isJsonObject } from '../json/json-object.ts';
import type { ApiRoute, Assembly } from './assembly.ts';
import { describeFunction, runsOnNode } from './describe-function.ts';
import { describeMachine } from './describe-machine.ts';
import { describeTable, tableTypes } from './describe-table.ts';
import type { SynthesizedStack } from './read-synthesized-stack.ts';
import { machineNote } from './read-synthesized-stack.ts';
import type { References } from './resolve-value.ts';
import { stackResources } from './stack-resources.ts';

/** Where a template says which route a function answers (infra/src/constructs/api-function.ts). */
const noteKey = 'OrderWorkflow::Operation';

/**
 * The order API, of the stack that has functions with routes; nothing where an assembly was synthesized without.
 *
 * @param output what the workflow's stack tells others
 * @throws AssemblyUnreadable
 */
export function readOrderApi(
  stacks: readonly SynthesizedStack[],
  output: References['output'],
): Pick<Assembly, 'orderApi'> {
  for (const stack of stacks) {
    const resources = stackResources(stack, {}, output);
    const functions = resources.filter(({ type }) => type === 'AWS::Lambda::Function').filter(runsOnNode);
    const routes = functions.flatMap((resource): ApiRoute[] => {
      const note = resource.metadata?.[noteKey];
      if (!isJsonObject(note)) return [];
      const [method, path] = [String(note['method']), String(note['path'])];
      return [{ method, path, lambda: describeFunction(resource, stack.assetPaths) }];
    });
    if (routes.length === 0) continue;
    const tables = resources.filter(({ type }) => tableTypes.some((one) => one === type)).map(describeTable);
    const [machine] = resources.filter(({ metadata }) => machineNote(metadata) === 'batches');
    const batches = machine && {
      stateMachine: describeMachine(machine, stack.synthesizedAt),
      functions: functions
        .filter(({ metadata }) => metadata?.[noteKey] === undefined)
        .map((resource) => describeFunction(resource, stack.assetPaths)),
    };
    return { orderApi: { routes, tables, ...(batches && { batches }) } };
  }
  return {};
}

import { apiParameterNames } from '../settings/api-parameters.ts';
import { apiStackName, yesOrNo } from '../settings/deployment-environment.ts';
import type { DeployedStacks } from './deployed-stacks.ts';
import type { DeploymentCommand } from './parse-deployment-command.ts';

/** What the stacks are called in the assembly. */
export const assemblyStacks = { workflow: 'OrderWorkflow', api: 'OrderApi' } as const;

/**
 * Whether the order API is deployed beside the workflow: as `--context orderApi=true` or `false` says, else where it stands already.
 *
 * @throws CloudUnavailable when AWS cannot be asked
 */
export async function isApiBeside(
  { context, environment }: DeploymentCommand,
  stacks: DeployedStacks,
): Promise<boolean> {
  const said = context['orderApi'];
  if (said !== undefined) return yesOrNo('orderApi', said);
  return (await stacks.read(apiStackName(environment))) !== undefined;
}

/** The parameters that are the API's, and the others, which are the workflow's. */
export function parametersByStack(given: Readonly<Record<string, string>>): {
  readonly api: Readonly<Record<string, string>>;
  readonly workflow: Readonly<Record<string, string>>;
} {
  const isApis = ([name]: [string, string]) => apiParameterNames.some((known) => known === name);
  const all = Object.entries(given);
  return {
    api: Object.fromEntries(all.filter(isApis)),
    workflow: Object.fromEntries(all.filter((one) => !isApis(one))),
  };
}

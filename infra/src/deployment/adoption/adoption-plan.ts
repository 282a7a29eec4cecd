import { orderStoreVariables } from '@order-workflow/stage-kit/order-store';
import type { StackTemplate, TemplateResource } from '../synthesized-template.ts';
import { namesIn } from '../synthesized-template.ts';

/** What a deployment has to do for the orders from before the store: the resources by their logical ids. */
export interface AdoptionPlan {
  readonly stateMachine: string;
  readonly table: string;
  /** The secret that holds the key of the fingerprints. */
  readonly secret: string;
  /** The stack as it stands, with the table and the secret in it; undefined when they are there. */
  readonly tableFirst: StackTemplate | undefined;
}

/**
 * What is to be done before a stack's functions claim orders, when those that stand do not; undefined when there is
 * nothing. An Express workflow keeps no executions that could be read.
 */
export function adoptionPlan(deployed: StackTemplate, next: StackTemplate): AdoptionPlan | undefined {
  const stateMachine = idsOf(deployed, 'AWS::StepFunctions::StateMachine').find(
    (id) => deployed.Resources[id]?.Properties?.['StateMachineType'] !== 'EXPRESS',
  );
  const claims = claimingFunction(next);
  if (claimingFunction(deployed) || !claims || stateMachine === undefined) return undefined;
  const named = namesIn(claims);
  const [table] = idsOf(next, 'AWS::DynamoDB::Table').filter((id) => named.has(id));
  const [secret] = idsOf(next, 'AWS::SecretsManager::Secret').filter((id) => named.has(id));
  if (table === undefined || secret === undefined) return undefined;
  return { stateMachine, table, secret, tableFirst: withResources(deployed, next, [table, secret]) };
}

/** The environment of a function that is told of the table of orders. */
function claimingFunction(template: StackTemplate): unknown {
  return idsOf(template, 'AWS::Lambda::Function')
    .map((id) => template.Resources[id]?.Properties?.['Environment'])
    .find((environment) => orderStoreVariables.table in variablesOf(environment));
}

function variablesOf(environment: unknown): object {
  return (environment as { readonly Variables?: object } | undefined)?.Variables ?? {};
}

/** The first template with these resources of the second, and with all that they name and the first does not have. */
function withResources(
  deployed: StackTemplate,
  next: StackTemplate,
  ids: readonly string[],
): StackTemplate | undefined {
  const added = new Map<string, TemplateResource>();
  const parameters: Record<string, unknown> = {};
  const add = (id: string): void => {
    const resource = next.Resources[id];
    if (id in (next.Parameters ?? {}) && !(id in (deployed.Parameters ?? {}))) parameters[id] = next.Parameters?.[id];
    if (!resource || id in deployed.Resources || added.has(id)) return;
    added.set(id, resource);
    for (const name of namesIn(resource)) add(name);
  };
  for (const id of ids) add(id);
  if (added.size === 0) return undefined;
  return {
    ...deployed,
    Parameters: { ...deployed.Parameters, ...parameters },
    Resources: { ...deployed.Resources, ...Object.fromEntries(added) },
  };
}

function idsOf({ Resources }: StackTemplate, type: string): readonly string[] {
  return Object.keys(Resources).filter((id) => Resources[id]?.Type === type);
}

import type { DeployedStacks } from '../deployed-stacks.ts';
import type { StackTemplate } from '../synthesized-template.ts';
import { type AdoptionWorld, adoptLateOrders, adoptOrders } from './adopt-orders.ts';
import { adoptionPlan } from './adoption-plan.ts';

/** Where the orders of a stack are, by the physical ids of its resources. */
export interface AdoptedStack {
  readonly stateMachineArn: string;
  readonly table: string;
  readonly secret: string;
}

export interface DeploymentWithOrders {
  readonly stackName: string;
  readonly stacks: DeployedStacks;
  readonly next: StackTemplate;
  readonly say: (text: string) => void;
  /** Deploys the stack with another template than it will have; the exit code. */
  readonly deployFirst: (template: StackTemplate) => Promise<number>;
  /** The exit code. */
  readonly deploy: () => Promise<number>;
  readonly openAdoption: (stack: AdoptedStack) => Promise<AdoptionWorld>;
}

/**
 * Deploys. Where functions begin to claim orders by that, the orders of before are written first: the table alone is
 * deployed, then their items, then the rest, then what happened meanwhile. The exit code.
 *
 * @throws CloudUnavailable where AWS cannot be asked; a second run goes on where it stood
 */
export async function deployWithOrders(deployment: DeploymentWithOrders): Promise<number> {
  const { stackName, stacks, next, say } = deployment;
  const deployed = await stacks.template(stackName);
  const plan = deployed && adoptionPlan(deployed, next);
  if (!plan) return deployment.deploy();
  if (plan.tableFirst) {
    say('The functions are about to claim orders. First the table alone, since orders of before go into it:');
    const made = await deployment.deployFirst(plan.tableFirst);
    if (made !== 0) return made;
  }
  const idOf = (logicalId: string) => stacks.physicalId(stackName, logicalId);
  const adoption = await deployment.openAdoption({
    stateMachineArn: await idOf(plan.stateMachine),
    table: await idOf(plan.table),
    secret: await idOf(plan.secret),
  });
  say(
    'Writes the orders of the last 90 days into the table. If this is stopped, the next deployment goes on from there.',
  );
  await adoptOrders(adoption, true);
  const exitCode = await deployment.deploy();
  if (exitCode === 0) await adoptLateOrders(adoption);
  return exitCode;
}

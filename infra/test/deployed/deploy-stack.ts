import { cloudFormationStacks } from '../../src/deployment/cloud-formation-stacks.ts';
import type { DeployedStack } from '../../src/deployment/deployed-stacks.ts';
import {
  type DeploymentEnvironment,
  deploymentEnvironment,
  stackName,
} from '../../src/settings/deployment-environment.ts';
import { emulatorAccount, emulatorRegion } from './emulator-environment.ts';
import { type Proof, repository } from './proof.ts';
import { runQuietly } from './run-quietly.ts';

const infra = `${repository}/infra`;

/** The one thing of the stack that is left out here: MiniStack knows no alarm on what is computed of several metrics. */
export const withoutMetricMath = ['--context', 'computedAlarms=false'];

/** Prepares the account for the CDK. */
export async function bootstrap({ env }: Proof): Promise<void> {
  const account = `aws://${emulatorAccount}/${emulatorRegion}`;
  await runQuietly('cdk', ['bootstrap', '--no-notices', '--app', 'cdk.out', account], { cwd: infra, env });
}

/** Runs the program behind `pnpm deploy` and `pnpm destroy`; what it wrote. */
export async function runProgram({ env }: Proof, ...args: readonly string[]): Promise<string> {
  const program = ['--conditions=@order-workflow/source', 'bin/deployment.ts'];
  return (await runQuietly('node', [...program, ...args, ...withoutMetricMath], { cwd: infra, env })).all;
}

/**
 * The stack as CloudFormation describes it.
 *
 * @throws Error when it is not there, or not in the emulator's account
 */
export async function readStack(
  { clients }: Proof,
  stage: DeploymentEnvironment['name'] = 'dev',
): Promise<DeployedStack> {
  const name = stackName(deploymentEnvironment(stage));
  const stack = await cloudFormationStacks(clients.cloudFormation).read(name);
  if (!stack?.arn.includes(`:${emulatorAccount}:`)) throw new Error(`${name} is not there: ${stack?.arn}`);
  return stack;
}

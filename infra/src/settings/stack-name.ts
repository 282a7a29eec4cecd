import type { DeploymentEnvironment } from './deployment-environment.ts';

/** The name of the stack in an account: both stages can stand in one. */
export function stackName({ name }: DeploymentEnvironment): string {
  return `OrderWorkflow-${name}`;
}

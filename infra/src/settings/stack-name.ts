import type { DeploymentEnvironment } from './deployment-environment.ts';

/** The name of the stack in an account: both stages can stand in one. */
export function stackName({ name }: DeploymentEnvironment): string {
  return `OrderWorkflow-${name}`;
}

/** The name of the stack of the order API that stands beside it. */
export function apiStackName({ name }: DeploymentEnvironment): string {
  return `OrderApi-${name}`;
}

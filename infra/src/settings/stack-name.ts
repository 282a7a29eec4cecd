import type { DeploymentStage } from './deployment-stage.ts';

/** The name of the stack in an account: both stages can stand in one. */
export function stackName({ name }: DeploymentStage): string {
  return `OrderWorkflow-${name}`;
}

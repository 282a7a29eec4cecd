import { type StepFunctionsService, stepFunctionsService } from '@order-workflow/asl-engine/serve';
import type { RunningWorkflow } from '../orders/open-workflow.ts';

/** State machines that somebody creates here, beside those that are synthesized: whatever else Step Functions' API has is theirs. */
export type OtherMachines = Pick<StepFunctionsService, 'answer' | 'machines' | 'stop'>;

/** They call the same functions, are of the same account and region, and last as long as this. */
export function otherMachines({
  assembly,
  invokeLambda,
}: Pick<RunningWorkflow, 'assembly' | 'invokeLambda'>): OtherMachines {
  const [, , , region = '', account = ''] = assembly.stateMachine.arn.split(':');
  return stepFunctionsService({ invokeLambda, region, account });
}

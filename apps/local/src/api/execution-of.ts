import type { ExecutionStanding } from '@order-workflow/asl-engine';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';

const shape = /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:execution:[^:]{1,80}:[^:]{1,80}$/;

/**
 * How the execution stands that an ARN names: one of the state machine here.
 *
 * @throws ApiError InvalidArn, ExecutionDoesNotExist
 */
export function executionOf({ workflow }: ApiContext, arn: string): ExecutionStanding {
  const own = workflow.assembly.stateMachine.arn.replace(':stateMachine:', ':execution:');
  if (!shape.test(arn))
    throw new ApiError('InvalidArn', `executionArn: expected the ARN of an execution, as ${own}:order-12345`);
  const standing = arn.startsWith(`${own}:`) ? workflow.journal.describe(arn) : undefined;
  if (!standing) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return standing;
}

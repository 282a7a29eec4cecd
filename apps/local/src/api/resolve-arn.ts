import type { ExecutionOverview } from '@order-workflow/asl-engine';
import type { StateMachine } from '../assembly/assembly.ts';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';

const stateMachineArn = /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:stateMachine:[^:/]{1,80}(?:[:/][^:]+)?$/;

/**
 * The state machine that an ARN names: there is one here.
 *
 * @throws ApiError InvalidArn, StateMachineDoesNotExist
 */
export function stateMachineOf({ workflow }: ApiContext, arn: string): StateMachine {
  const { stateMachine } = workflow.assembly;
  if (arn === stateMachine.arn) return stateMachine;
  if (!stateMachineArn.test(arn))
    throw new ApiError('InvalidArn', `stateMachineArn: expected the ARN of a state machine, as ${stateMachine.arn}`);
  const why = arn.startsWith(`${stateMachine.arn}:`)
    ? 'this machine keeps no versions and no aliases, leave out what stands after the name'
    : `the one here is ${stateMachine.arn}`;
  throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'; ${why}`);
}

const executionArn = /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:execution:[^:]{1,80}:[^:]{1,80}$/;

/**
 * How the execution stands that an ARN names: one of the state machine here.
 *
 * @throws ApiError InvalidArn, ExecutionDoesNotExist
 */
export function executionOf({ workflow }: ApiContext, arn: string): ExecutionOverview {
  const own = workflow.assembly.stateMachine.arn.replace(':stateMachine:', ':execution:');
  if (!executionArn.test(arn))
    throw new ApiError('InvalidArn', `executionArn: expected the ARN of an execution, as ${own}:order-12345`);
  const standing = arn.startsWith(`${own}:`) ? workflow.journal.describe(arn) : undefined;
  if (!standing) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return standing;
}

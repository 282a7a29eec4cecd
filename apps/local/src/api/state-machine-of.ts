import type { StateMachine } from '../assembly/assembly.ts';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';

const shape = /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:stateMachine:[^:/]{1,80}(?:[:/][^:]+)?$/;

/**
 * The state machine that an ARN names: there is one here.
 *
 * @throws ApiError InvalidArn, StateMachineDoesNotExist
 */
export function stateMachineOf({ workflow }: ApiContext, arn: string): StateMachine {
  const { stateMachine } = workflow.assembly;
  if (arn === stateMachine.arn) return stateMachine;
  if (!shape.test(arn))
    throw new ApiError('InvalidArn', `stateMachineArn: expected the ARN of a state machine, as ${stateMachine.arn}`);
  const why = arn.startsWith(`${stateMachine.arn}:`)
    ? 'this machine keeps no versions and no aliases, leave out what stands after the name'
    : `the one here is ${stateMachine.arn}`;
  throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'; ${why}`);
}

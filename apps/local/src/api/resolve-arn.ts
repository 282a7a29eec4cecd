import type { ExecutionOverview } from '@order-workflow/asl-engine';
import type { Assembly, StateMachine } from '../assembly/assembly.ts';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';
import { isOf } from './whose-is.ts';

const stateMachineArn = /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:stateMachine:[^:/]{1,80}(?:[:/][^:]+)?$/;

/**
 * The state machine that an ARN names: one that is here.
 *
 * @throws ApiError InvalidArn, StateMachineDoesNotExist
 */
export function stateMachineOf({ workflow }: ApiContext, arn: string): StateMachine {
  const { stateMachine } = workflow.assembly;
  const machines = machinesOf(workflow.assembly);
  const named = machines.find((one) => arn === one.arn);
  if (named) return named;
  if (!stateMachineArn.test(arn))
    throw new ApiError('InvalidArn', `stateMachineArn: expected the ARN of a state machine, as ${stateMachine.arn}`);
  const why = machines.some((one) => arn.startsWith(`${one.arn}:`))
    ? 'this machine keeps no versions and no aliases, leave out what stands after the name'
    : `here is ${machines.map((one) => one.arn).join(' and ')}`;
  throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'; ${why}`);
}

/** The machine that takes orders, and the one that cancels them where there is one. */
function machinesOf({ stateMachine, cancellation }: Pick<Assembly, 'stateMachine' | 'cancellation'>) {
  return [stateMachine, ...(cancellation ? [cancellation] : [])];
}

/** All that are synthesized: those of an order first, then the one that places batches, where there is one. */
export function synthesizedMachines({ workflow, batches }: Pick<ApiContext, 'workflow' | 'batches'>) {
  return [...machinesOf(workflow.assembly), ...(batches ? [batches.assembly.stateMachine] : [])];
}

const executionArn = /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:execution:[^:]{1,80}:[^:]{1,80}$/;

/**
 * How the execution stands that an ARN names: one of a state machine here.
 *
 * @throws ApiError InvalidArn, ExecutionDoesNotExist
 */
export function executionOf({ workflow }: ApiContext, arn: string): ExecutionOverview {
  const own = workflow.assembly.stateMachine.arn.replace(':stateMachine:', ':execution:');
  if (!executionArn.test(arn))
    throw new ApiError('InvalidArn', `executionArn: expected the ARN of an execution, as ${own}:order-12345`);
  const isHere = machinesOf(workflow.assembly).some((machine) => isOf(machine.arn, arn));
  const standing = isHere ? workflow.journal.describe(arn) : undefined;
  if (!standing) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return standing;
}

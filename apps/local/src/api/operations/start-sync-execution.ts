import { syncAnswer } from '@order-workflow/asl-engine/serve';
import { ApiError } from '../api-error.ts';
import { defineOperation } from '../operation.ts';
import { stateMachineOf } from '../resolve-arn.ts';
import { startExecution, startRequest } from './start-execution.ts';

/** Starts an execution of an Express machine, and answers when it has ended. */
export const startSyncExecution = defineOperation('StartSyncExecution', startRequest, async (request, served) => {
  const { arn: stateMachineArn, type } = stateMachineOf(served, request.stateMachineArn);
  if (type !== 'EXPRESS')
    throw new ApiError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');
  const { executionArn } = (await startExecution.answer(request, served)) as { readonly executionArn: string };
  const ended = await served.workflow.ended(executionArn);
  if (!ended) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  // `…:express:<machine>:<name>:<uuid>`
  const [name] = executionArn.split(':').slice(7);
  const { input = '{}' } = request;
  return { executionArn, stateMachineArn, name, input, ...syncAnswer(ended) };
});

import type { Fields } from '../json/json-object.ts';
import type { ApiContext } from './api-context.ts';

/** Batches have a machine, and a journal, of their own: a call goes there when it names that machine, or an execution of it. */
export function whoseIs({ stateMachineArn, executionArn }: Fields, served: ApiContext): ApiContext {
  const { batches } = served;
  if (!batches) return served;
  const { arn } = batches.assembly.stateMachine;
  const executions = `${arn.replace(':stateMachine:', ':execution:')}:`;
  const isTheirs = stateMachineArn === arn || String(executionArn).startsWith(executions);
  return isTheirs ? { ...served, workflow: batches } : served;
}

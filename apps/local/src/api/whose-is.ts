import type { Fields } from '../json/json-object.ts';
import type { ApiContext } from './api-context.ts';

/** Whether an ARN names this state machine, or a version, an alias, an execution or a Map Run of it. */
export function isOf(machineArn: string, arn: unknown): boolean {
  const [, prefix, name] = /^(arn:[^:]+:states:[^:]*:[^:]*):[A-Za-z]+:([^:/#]+)/.exec(String(arn)) ?? [];
  return machineArn === `${prefix}:stateMachine:${name}`;
}

/** Batches have a machine, and a journal, of their own: a call goes there when it names that machine, or an execution of it. */
export function whoseIs({ stateMachineArn, executionArn }: Fields, served: ApiContext): ApiContext {
  const { batches } = served;
  if (!batches) return served;
  const { arn } = batches.assembly.stateMachine;
  const isTheirs = stateMachineArn === arn || isOf(arn, executionArn);
  return isTheirs ? { ...served, workflow: batches } : served;
}

import * as z from 'zod/mini';
import { callStepFunctions } from './call-step-functions.ts';
import { describedExecutionSchema, executionListItemSchema } from './execution.ts';
import { historyEventSchema } from './history-event.ts';

const token = z.nullish(z.string());
const machines = z.looseObject({
  stateMachines: z.array(z.looseObject({ stateMachineArn: z.string(), name: z.string() })),
});
const definition = z.looseObject({ definition: z.string() });
const executions = z.looseObject({ executions: z.array(executionListItemSchema), nextToken: token });
const started = z.looseObject({ executionArn: z.string() });
const history = z.looseObject({ events: z.array(historyEventSchema), nextToken: token });
const rawHistory = z.looseObject({ events: z.array(z.looseObject({})), nextToken: token });
const done = z.looseObject({});

/** The operations that the console uses. Each throws Refusal or Unreachable. */
export const stepFunctions = {
  listStateMachines: (signal?: AbortSignal) => callStepFunctions('ListStateMachines', {}, machines, signal),

  listExecutions: (
    input: { stateMachineArn: string; statusFilter?: string; maxResults: number; nextToken?: string },
    signal?: AbortSignal,
  ) => callStepFunctions('ListExecutions', input, executions, signal),

  describeExecution: (executionArn: string, signal?: AbortSignal) =>
    callStepFunctions('DescribeExecution', { executionArn }, describedExecutionSchema, signal),

  /** The definition that the execution follows, which need not be the newest. */
  describeDefinition: (executionArn: string, signal?: AbortSignal) =>
    callStepFunctions('DescribeStateMachineForExecution', { executionArn }, definition, signal),

  getHistory: (
    input: { executionArn: string; maxResults: number; reverseOrder?: boolean; nextToken?: string },
    signal?: AbortSignal,
  ) => callStepFunctions('GetExecutionHistory', { ...input, includeExecutionData: true }, history, signal),

  /** As it comes, oldest event first, to be kept. */
  getRawHistory: (input: { executionArn: string; maxResults: number; nextToken?: string }) =>
    callStepFunctions('GetExecutionHistory', { ...input, includeExecutionData: true }, rawHistory),

  /** The definition that a machine has now. */
  describeMachine: (stateMachineArn: string) =>
    callStepFunctions('DescribeStateMachine', { stateMachineArn }, definition),

  startExecution: (input: { stateMachineArn: string; name: string; input: string }) =>
    callStepFunctions('StartExecution', input, started),

  stopExecution: (input: { executionArn: string; cause?: string }) => callStepFunctions('StopExecution', input, done),

  redriveExecution: (executionArn: string) => callStepFunctions('RedriveExecution', { executionArn }, done),
} as const;

import { describeExecution } from './operations/describe-execution.ts';
import { describeStateMachine } from './operations/describe-state-machine.ts';
import { getExecutionHistory } from './operations/get-execution-history.ts';
import { listExecutions } from './operations/list-executions.ts';
import { listStateMachines } from './operations/list-state-machines.ts';
import { startExecution } from './operations/start-execution.ts';

/** What this machine answers of Step Functions' API. */
export const allOperations = [
  listStateMachines,
  describeStateMachine,
  startExecution,
  listExecutions,
  describeExecution,
  getExecutionHistory,
] as const;

import { describeExecution } from './operations/describe-execution.ts';
import { describeStateMachine } from './operations/describe-state-machine.ts';
import { describeStateMachineForExecution } from './operations/describe-state-machine-for-execution.ts';
import { getExecutionHistory } from './operations/get-execution-history.ts';
import { listExecutions } from './operations/list-executions.ts';
import { listStateMachines } from './operations/list-state-machines.ts';
import { redriveExecution } from './operations/redrive-execution.ts';
import { startExecution } from './operations/start-execution.ts';
import { stopExecution } from './operations/stop-execution.ts';
import { validateStateMachineDefinition } from './operations/validate-state-machine-definition.ts';

/** What this machine answers of Step Functions' API. */
export const allOperations = [
  listStateMachines,
  describeStateMachine,
  describeStateMachineForExecution,
  startExecution,
  listExecutions,
  describeExecution,
  getExecutionHistory,
  stopExecution,
  redriveExecution,
  validateStateMachineDefinition,
] as const;

export type { Assembly, LambdaFunction, Queue, StateMachine, Table, Topic } from './assembly/assembly.ts';
export { AssemblyUnreadable } from './assembly/assembly.ts';
export { mayFailAt } from './assembly/may-fail-at.ts';
export { readAssembly, synthesizedHere } from './assembly/read-assembly.ts';
export { withFewTries } from './assembly/with-few-tries.ts';
export { synthesizeApp } from './build/synthesize-app.ts';
export { withWorkflow } from './cli/with-workflow.ts';
export { type DataFolder, dataFolder } from './data-folder/data-folder.ts';
export { deskStock, stockTableOf } from './desk/desk-stock.ts';
export { brokenTrial } from './fault-table/broken-trial.ts';
export type { LaboratoryApp } from './fault-table/laboratory-app.ts';
export type { FaultEntry } from './fault-table/render-fault-table.ts';
export { faultEntries } from './fault-table/try-all-faults.ts';
export { faultTargetsHere, type StageTarget } from './faults/fault-targets.ts';
export type { InvocationResult } from './lambda-host/function-instance.ts';
export { type LambdaHost, type LambdaHostOptions, startLambdaHost } from './lambda-host/lambda-host.ts';
export {
  type BusEvent,
  type CustomerMessage,
  type MessageLog,
  openMessageLog,
  type ParkedMessage,
} from './messages/message-log.ts';
export { ExecutionAlreadyExists } from './orders/execution-already-exists.ts';
export { judgePlacing } from './orders/judge-placing.ts';
export { nameExecution } from './orders/name-execution.ts';
export {
  type OpenWorkflowOptions,
  type OrderCancellation,
  type OrderExecutions,
  openWorkflow,
  type PlacedOrder,
  type RunningWorkflow,
  startWorkflow,
  type WorkflowOptions,
} from './orders/open-workflow.ts';
export { type ReplayedNotice, replayNotices } from './orders/replay-notices.ts';
export { type StoppableExecutions, stopExecutionTask } from './orders/stop-execution-task.ts';
export { type Platform, type PlatformOptions, startPlatform } from './platform/platform.ts';
export type { SimulatedWorld, SimulatedWorldOptions } from './platform/simulated-world.ts';
export { type InProcessTables, inProcessTables, type TableAnswer } from './tables/in-process-tables.ts';
export { openItemStore } from './tables/item-store.ts';

export type { Clock } from './clock/clock.ts';
export { realClock } from './clock/real-clock.ts';
export { createVirtualClock, type VirtualClock } from './clock/virtual-clock.ts';
export { DefinitionInvalid } from './definition/definition-invalid.ts';
export type { Diagnostic } from './definition/definition-report.ts';
export { executionArnOfToken, TaskTimedOut } from './execution/task-tokens.ts';
export type { HistoryEvent } from './history/event-record.ts';
export { withoutData } from './history/without-data.ts';
export { type ActivityPool, type ActivityTask, createActivityPool } from './host/activity-pool.ts';
export type { MapRunReport } from './host/map-run-report.ts';
export { TaskFailure } from './host/task-failure.ts';
export type {
  InvokeLambda,
  LambdaAnswer,
  LambdaInvocation,
  TaskContext,
  TaskIntegration,
} from './host/task-handler.ts';
export type {
  EventQuery,
  ExecutionEnd,
  ExecutionJournal,
  ExecutionOverview,
  ExecutionQuery,
  ExecutionStart,
  ExecutionSummary,
  FiberSnapshot,
  JournalEntry,
  JournaledExecution,
  ListedExecution,
} from './journal/execution-journal.ts';
export { JournalUnreadable } from './journal/execution-journal.ts';
export { createMemoryJournal } from './journal/memory-journal.ts';
export type { Json, JsonObject } from './json/json.ts';
export { execute } from './run/execute.ts';
export type { Execution } from './run/execution.ts';
export type { ExecutionOptions, ExecutionResult } from './run/execution-options.ts';
export type { MachineDefinition } from './run/machine-definition.ts';
export { type NestedMachine, nestedExecutions } from './run/nested-executions.ts';
export { parseDefinition } from './run/parse-definition.ts';
export { type RecordedExecution, readExecution, readHistory } from './run/read-execution.ts';
export { ExecutionNotRedrivable, redrive, whyNotRedrivable } from './run/redrive.ts';
export type { HostOptions } from './run/restore-run.ts';
export { resumeExecutions } from './run/resume.ts';

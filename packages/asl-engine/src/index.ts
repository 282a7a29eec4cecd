export type { Clock } from './clock/clock.ts';
export { realClock } from './clock/real-clock.ts';
export { createVirtualClock, type VirtualClock } from './clock/virtual-clock.ts';
export { DefinitionInvalid } from './definition/definition-invalid.ts';
export type { Diagnostic } from './definition/diagnostic.ts';
export type { MachineDefinition } from './definition/machine-definition.ts';
export { parseDefinition } from './definition/parse-definition.ts';
export { execute } from './execution/execute.ts';
export type { Execution } from './execution/execution.ts';
export type { ExecutionOptions, ExecutionResult } from './execution/execution-options.ts';
export { type RecordedExecution, readExecution } from './execution/read-execution.ts';
export { readHistory } from './execution/read-history.ts';
export { ExecutionNotRedrivable, redrive, whyNotRedrivable } from './execution/redrive.ts';
export { type HostOptions, resumeExecutions } from './execution/resume.ts';
export { TaskFailure } from './failure/task-failure.ts';
export type { HistoryEvent } from './history/history-event.ts';
export type {
  EventQuery,
  ExecutionEnd,
  ExecutionJournal,
  ExecutionQuery,
  ExecutionStanding,
  ExecutionStart,
  ExecutionSummary,
  FiberSnapshot,
  JournalEntry,
  JournaledExecution,
  ListedExecution,
} from './journal/execution-journal.ts';
export { JournalUnreadable } from './journal/journal-unreadable.ts';
export { createMemoryJournal } from './journal/memory-journal.ts';
export type { Json, JsonObject } from './json/json.ts';
export { type ActivityPool, type ActivityTask, createActivityPool } from './task/activity-pool.ts';
export { type NestedMachine, nestedExecutions } from './task/nested-executions.ts';
export type {
  InvokeLambda,
  LambdaAnswer,
  LambdaInvocation,
  TaskContext,
  TaskIntegration,
} from './task/task-handler.ts';
export { executionArnOfToken, TaskTimedOut } from './task/task-tokens.ts';

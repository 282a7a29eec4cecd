import type { ExecutionSummary } from '../api/execution.ts';
import type { RecordFacts } from '../order/read-record.ts';

/** A row of the list. */
export interface ListedExecution extends ExecutionSummary, RecordFacts {
  /** Name of the error that it failed with. */
  readonly error?: string;
}

export interface ExecutionsPage {
  readonly executions: readonly ListedExecution[];
  readonly nextToken?: string;
}

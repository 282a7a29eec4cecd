import type { ExecutionSummary } from '../api/execution.ts';

/** A row of the list. */
export interface ListedExecution extends ExecutionSummary {
  readonly orderId?: string;
  readonly outcome?: string;
  /** Name of the error that it failed with. */
  readonly error?: string;
}

export interface ExecutionsPage {
  readonly executions: readonly ListedExecution[];
  readonly nextToken?: string;
}

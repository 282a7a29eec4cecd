import type { ExecutionListItem } from '../api/execution.ts';
import type { CancelledBy } from '../cancel/cancelled-by.ts';
import type { RecordFacts } from '../order/read-record.ts';

/** A row of the list. */
export interface ExecutionRow extends ExecutionListItem, RecordFacts {
  /** Name of the error that it failed with. */
  readonly error?: string;
  /** Of an order's execution that its cancellation stopped. */
  readonly cancelledBy?: CancelledBy;
}

export interface ExecutionsPage {
  readonly executions: readonly ExecutionRow[];
  readonly nextToken?: string;
}

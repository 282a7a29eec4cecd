/** How a Map Run stands. Instants are epoch milliseconds. */
export interface MapRunReport {
  readonly mapRunArn: string;
  readonly executionArn: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  readonly startedAt: number;
  readonly stoppedAt: number | undefined;
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number;
  readonly toleratedFailurePercentage: number;
  /** How many items it has, and how many child executions: fewer when items are batched. */
  readonly items: number;
  readonly executions: number;
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly aborted: number;
  /** How many items' results a ResultWriter has written. */
  readonly resultsWritten: number;
  readonly redriveCount: number;
}

/** What can be changed of a Map Run while it runs (API reference, "UpdateMapRun"). */
export interface MapRunChange {
  readonly maxConcurrency?: number;
  readonly toleratedFailureCount?: number;
  readonly toleratedFailurePercentage?: number;
}

/** Changes a Map Run that is running: from the next child execution on. */
export type ChangeMapRun = (change: MapRunChange) => void;

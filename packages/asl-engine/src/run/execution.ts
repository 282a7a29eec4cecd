import type { HistoryEvent } from '../history/event-record.ts';
import type { ExecutionResult } from './execution-options.ts';

/** A running or ended execution. */
export interface Execution {
  readonly executionArn: string;
  readonly name: string;
  /** When it was started; a redrive does not change it. */
  readonly startDate: Date;
  /** How it ended, once that is durable in its journal. Never rejects. */
  readonly result: Promise<ExecutionResult>;
  /** The events as they happen, complete from the first one; any number of readers may iterate. */
  readonly events: AsyncIterable<HistoryEvent>;
  /** The events up to now, in the shape of GetExecutionHistory. */
  history(): HistoryEvent[];
  /** RUNNING, or how it ended. */
  status(): 'RUNNING' | ExecutionResult['status'];
  /** Stops it as StopExecution does; nothing happens when it has ended. */
  stop(reason?: { readonly error?: string; readonly cause?: string }): void;
  /**
   * Ends what it waits for by the clock alone, a Wait state or the time before a retry, as if it were over; gives how many waits. No
   * time-out comes sooner.
   */
  skipWaits(): number;
  /** Answers a waiting task with its output (a JSON value). Throws TaskTimedOut when no task waits for the token. */
  sendTaskSuccess(taskToken: string, output: unknown): void;
  /** Fails a waiting task. Throws TaskTimedOut when no task waits for the token. */
  sendTaskFailure(taskToken: string, failure?: { readonly error?: string; readonly cause?: string }): void;
  /** Gives a sign of life for a waiting task. Throws TaskTimedOut when no task waits for the token. */
  sendTaskHeartbeat(taskToken: string): void;
}

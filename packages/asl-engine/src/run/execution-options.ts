import type { Clock } from '../clock/clock.ts';
import type { HistoryEvent } from '../history/history-event.ts';
import type { ActivityPool } from '../host/activity-pool.ts';
import type { InvokeLambda, TaskIntegration } from '../host/task-handler.ts';
import type { ExecutionJournal } from '../journal/execution-journal.ts';
import type { Json } from '../json/json.ts';

/** What an execution runs with. */
export interface ExecutionOptions {
  /** The input, a JSON value; `{}` when left out. */
  readonly input?: unknown;
  /** The execution's name; a UUID when left out. */
  readonly name?: string;
  readonly stateMachineArn?: string;
  readonly roleArn?: string;
  /** STANDARD unless told otherwise: STANDARD executions live up to a year, EXPRESS ones up to five minutes. */
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** The real clock unless told otherwise. */
  readonly clock?: Clock;
  /** Determines jitter, `$random`, `$uuid` and the like; without it they are random. */
  readonly seed?: number;
  /** Runs Lambda functions: `lambda:invoke` and function ARNs. */
  readonly invokeLambda?: InvokeLambda;
  /** Service integrations by what stands after `arn:aws:states:::`, as `sqs:sendMessage`, without `.sync` or `.waitForTaskToken`. */
  readonly integrations?: Readonly<Record<string, TaskIntegration>>;
  /** Where Task states whose resource is an activity's ARN wait for workers. */
  readonly activities?: ActivityPool;
  /** `keep` (the default) keeps all events for `history()` and `events`; `drop` only hands them to `onEvent`. */
  readonly history?: 'keep' | 'drop';
  /** Called with each event as it happens. It must not throw. */
  readonly onEvent?: (event: HistoryEvent) => void;
  /** Where progress is written, so that the execution survives the end of the process. */
  readonly journal?: ExecutionJournal;
}

/** How an execution ended. */
export interface ExecutionResult {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  /** Present when it succeeded. */
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly startDate: Date;
  readonly stopDate: Date;
}

import type { Clock } from '../clock/clock.ts';
import type { ChildExecutions } from '../execution/child-executions.ts';
import type { HistoryEvent } from '../history/event-record.ts';
import type { TaskHost } from '../host/task-host.ts';
import type { ExecutionJournal } from '../journal/execution-journal.ts';
import type { Json, JsonObject } from '../json/json.ts';

/** What an execution runs with. */
export interface ExecutionOptions extends TaskHost {
  /** The input, a JSON value; `{}` when left out. */
  readonly input?: unknown;
  /** Variables that are assigned from the start; none when left out. */
  readonly variables?: JsonObject;
  /** The context object that stands for what the engine would show, but for `Map` within an iteration. */
  readonly contextObject?: JsonObject;
  /** Where child executions of Map Runs are kept, each with its history; nowhere when left out. */
  readonly children?: ChildExecutions;
  /** The execution's name; a UUID when left out. */
  readonly name?: string;
  readonly stateMachineArn?: string;
  readonly roleArn?: string;
  /** STANDARD unless told otherwise: STANDARD executions live up to a year, EXPRESS ones up to five minutes. */
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** The real clock unless told otherwise. */
  readonly clock?: Clock;
  /** How long after its start it enters its first state, in milliseconds; 0 (at once) when left out. */
  readonly beginsAfter?: number;
  /** Determines jitter, `$random`, `$uuid` and the like; without it they are random. */
  readonly seed?: number;
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

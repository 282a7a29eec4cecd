import type { EventRecord } from '../history/event-record.ts';
import type { Json, JsonObject } from '../json/json.ts';

/** Where one line of control stands; everything needed to go on from there. */
export interface FiberSnapshot {
  readonly path: string;
  readonly stateName: string;
  readonly stateType: string;
  readonly input: Json;
  readonly variables: JsonObject;
  readonly lastEventId: number;
  readonly enteredEventId: number;
  readonly enteredAt: number;
  readonly eventBeforeState: number;
  readonly attempts: readonly number[];
  readonly retryCount: number;
  readonly taskToken?: string;
  readonly memo?: JsonObject;
  /** Set once the fiber has ended. */
  readonly done?: { readonly output: Json };
  /** Set when the fiber ended by a failure; redrive begins here. */
  readonly failed?: boolean;
}

/** What an execution was started with, as far as it must be known to go on. */
export interface ExecutionStart {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly roleArn: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly input: Json;
  readonly startedAt: number;
  readonly seed: number | undefined;
  readonly definition: Json;
}

/** How an execution ended, as a journal keeps it. */
export interface ExecutionEnd {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly stoppedAt: number;
}

/** One atomic step of an execution: all of it is written, or nothing. */
export interface JournalEntry {
  readonly executionArn: string;
  readonly start?: ExecutionStart;
  readonly events: readonly EventRecord[];
  readonly fibers: readonly FiberSnapshot[];
  /** Fibers whose snapshots are void, with all below them. */
  readonly forgotten: readonly string[];
  /** Present in the last entry of an execution; an entry without it means that the execution runs (again). */
  readonly end?: ExecutionEnd;
  /** How often the execution has been redriven. */
  readonly redriveCount: number;
}

/** All a journal knows about one execution. */
export interface JournaledExecution {
  readonly start: ExecutionStart;
  readonly events: readonly EventRecord[];
  /** None of one that succeeded: nothing goes on from there. */
  readonly fibers: readonly FiberSnapshot[];
  readonly end: ExecutionEnd | undefined;
  readonly redriveCount: number;
}

/** What a list shows of an execution. */
export interface ExecutionSummary extends Pick<ExecutionStart, 'executionArn' | 'name' | 'startedAt'> {
  /** Undefined while it runs. */
  readonly end: Omit<ExecutionEnd, 'output'> | undefined;
  readonly redriveCount: number;
}

/** How an execution stands, without its history. */
export interface ExecutionOverview extends Omit<JournaledExecution, 'events' | 'fibers'> {
  readonly eventCount: number;
  /** When it was redriven last; undefined when it never was. */
  readonly redrivenAt: number | undefined;
  /** Its place in the order in which executions began: greater for a later one. */
  readonly position: number;
}

/** An execution in a page of a list. */
export interface ListedExecution extends ExecutionSummary {
  readonly stateMachineArn: string;
  /** When it was redriven last; undefined when it never was. */
  readonly redrivenAt: number | undefined;
  /** Its place in the order in which executions began: greater for a later one. */
  readonly position: number;
}

/** Which executions a page shows. */
export interface ExecutionQuery {
  /** At most so many. */
  readonly limit: number;
  /** Only executions that began before the one at this position. */
  readonly before?: number;
  readonly stateMachineArn?: string;
  readonly status?: ExecutionEnd['status'] | 'RUNNING';
  /** Only executions that have been redriven, or that never were. */
  readonly redriven?: boolean;
}

/** Which events of a history a page shows. */
export interface EventQuery {
  /** At most so many. */
  readonly limit: number;
  /** Only events after the one of this id or, in reverse, before it. */
  readonly after?: number;
  /** The latest first. */
  readonly reverse?: boolean;
}

/** Where executions are written down so that they survive the end of the process. */
export interface ExecutionJournal {
  /**
   * Takes an entry: whoever asks from then on is told of it. Gives what settles once it is durable, before which the world may see
   * nothing that follows from it; undefined when it is durable already.
   */
  append(entry: JournalEntry): Promise<void> | undefined;
  /** What settles once all that was appended is durable; undefined when it is. Left out where an entry always is at once. */
  pending?(): Promise<void> | undefined;
  read(executionArn: string): JournaledExecution | undefined;
  /** How an execution stands; its history is not read. */
  describe(executionArn: string): ExecutionOverview | undefined;
  /** A page of executions, the latest first. No more is read than it shows. */
  page(query: ExecutionQuery): ListedExecution[];
  /** A page of an execution's history; empty when the execution is unknown. */
  events(executionArn: string, query: EventQuery): EventRecord[];
  /** The ARNs of executions that have begun and not ended, in the order they began. */
  running(): string[];
  /** Every execution, in the order they began. */
  list(): ExecutionSummary[];
  /**
   * Erases executions that have ended, with their histories, so that nothing of them can be read any more: who they were about asked for
   * that. Gives how many there were. What runs is left as it is.
   */
  forget(executionArns: readonly string[]): number;
}

/** True when a fiber's path lies below another's: a branch or an iteration of it, at any depth. */
export function isBelow(path: string, above: string): boolean {
  return above === '' ? path !== '' : path.startsWith(`${above}/`);
}

/** The journal cannot be used: it is damaged, of a newer version, or no journal at all. It has not been changed. */
export class JournalUnreadable extends Error {
  override readonly name = 'JournalUnreadable';
}

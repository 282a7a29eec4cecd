import { type HistoryEvent, toHistoryEvent } from '../history/event-record.ts';
import type { EventQuery, ExecutionEnd, ExecutionJournal, ExecutionStart } from '../journal/execution-journal.ts';
import type { ExecutionResult } from './execution-options.ts';

/** An execution as a journal has it, whether or not it is under way in this process. */
export interface RecordedExecution {
  readonly start: ExecutionStart;
  /** How it ended; undefined while it runs. */
  readonly result: ExecutionResult | undefined;
  readonly redriveCount: number;
  /** The events up to now, in the shape of GetExecutionHistory. */
  history(): HistoryEvent[];
}

/** Reads an execution without going on with it; undefined when the journal does not know it. */
export function readExecution(journal: ExecutionJournal, executionArn: string): RecordedExecution | undefined {
  const journaled = journal.read(executionArn);
  if (!journaled) return undefined;
  const { start, end, events, redriveCount } = journaled;
  return { start, redriveCount, history: () => events.map(toHistoryEvent), result: end && resultOf(start, end) };
}

function resultOf({ startedAt }: ExecutionStart, { stoppedAt, ...ending }: ExecutionEnd): ExecutionResult {
  return { ...ending, startDate: new Date(startedAt), stopDate: new Date(stoppedAt) };
}

/** A page of an execution's history as a journal has it, in the shape of GetExecutionHistory. */
export function readHistory(journal: ExecutionJournal, executionArn: string, query: EventQuery): HistoryEvent[] {
  return journal.events(executionArn, query).map(toHistoryEvent);
}

import { toHistoryEvent } from '../history/event-record.ts';
import type { HistoryEvent } from '../history/history-event.ts';
import type { ExecutionEnd, ExecutionJournal, ExecutionStart } from '../journal/execution-journal.ts';
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

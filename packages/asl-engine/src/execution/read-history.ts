import { toHistoryEvent } from '../history/event-record.ts';
import type { HistoryEvent } from '../history/history-event.ts';
import type { EventQuery, ExecutionJournal } from '../journal/execution-journal.ts';

/** A page of an execution's history as a journal has it, in the shape of GetExecutionHistory. */
export function readHistory(journal: ExecutionJournal, executionArn: string, query: EventQuery): HistoryEvent[] {
  return journal.events(executionArn, query).map(toHistoryEvent);
}

import { type ExecutionResult, type HistoryEvent, readExecution } from '@order-workflow/asl-engine';
import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';

/** An execution as a killed process left it. */
export interface LeftExecution {
  readonly name: string;
  /** Its ARN. */
  readonly id: string;
  /** Undefined while it is under way. */
  readonly result: ExecutionResult | undefined;
  readonly history: readonly HistoryEvent[];
}

/** How many executions in a journal have not ended. */
export function countUnderWay(journalFile: string): number {
  return withJournal(journalFile, (journal) => journal.list().filter(({ end }) => end === undefined).length);
}

/** Every execution in a journal, the oldest first. */
export function readExecutions(journalFile: string): readonly LeftExecution[] {
  return withJournal(journalFile, (journal) =>
    journal.list().flatMap(({ executionArn, name }) => {
      const recorded = readExecution(journal, executionArn);
      return recorded ? [{ name, id: executionArn, result: recorded.result, history: recorded.history() }] : [];
    }),
  );
}

function withJournal<T>(file: string, read: (journal: ReturnType<typeof openSqliteJournal>) => T): T {
  const journal = openSqliteJournal(file);
  try {
    return read(journal);
  } finally {
    journal.close();
  }
}

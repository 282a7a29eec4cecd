import type { ExecutionJournal } from '../journal/execution-journal.ts';
import type { Execution } from './execution.ts';
import { type HostOptions, restoreRun } from './restore-run.ts';
import { startRun } from './start-run.ts';

/**
 * Goes on with every execution that the journal has as running, from where each stood. Finished states are not run again; a task
 * that was under way is (at least once, as AWS promises); timers keep their due time; waiting task tokens stay valid.
 */
export function resumeExecutions(journal: ExecutionJournal, options: HostOptions = {}): Execution[] {
  return journal.running().map((executionArn) => {
    const journaled = journal.read(executionArn);
    if (!journaled) throw new Error(`The journal does not know the execution ${executionArn}.`);
    return startRun(restoreRun(journal, journaled, options));
  });
}

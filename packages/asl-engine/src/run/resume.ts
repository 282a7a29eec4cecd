import type { ExecutionJournal, JournaledExecution } from '../journal/execution-journal.ts';
import type { Execution } from './execution.ts';
import type { ExecutionOptions } from './execution-options.ts';
import { parseDefinition } from './parse-definition.ts';
import { Run } from './run.ts';
import { startRun } from './start-run.ts';

/** What a host gives anew when an execution goes on: everything but what the journal knows. */
export type HostOptions = Omit<
  ExecutionOptions,
  'input' | 'name' | 'stateMachineArn' | 'roleArn' | 'type' | 'seed' | 'journal'
>;

/**
 * Goes on with every execution that the journal has as running, from where each stood. Finished states are not run again; a task
 * that was under way is (at least once, as AWS promises); timers keep their due time; waiting task tokens stay valid.
 */
export function resumeExecutions(journal: ExecutionJournal, options: HostOptions = {}): Execution[] {
  return journal.running().map((executionArn) => startRun(restoreRun(journal, executionArn, options)));
}

/** Builds the run of a journaled execution, as it stood. */
export function restoreRun(journal: ExecutionJournal, executionArn: string, options: HostOptions): Run {
  const journaled = journal.read(executionArn);
  if (!journaled) throw new Error(`The journal does not know the execution ${executionArn}.`);
  const { start, events, fibers, redriveCount } = journaled;
  const { name, stateMachineArn, roleArn, type, input } = start;
  const run = new Run(parseDefinition(start.definition as object), {
    ...options,
    ...{ name, stateMachineArn, roleArn, type, input, journal },
    ...seedOf(journaled),
  });
  run.startedAt = start.startedAt;
  // A redriven execution has all of its time again.
  run.deadlineFrom = events.findLast(({ type }) => type === 'ExecutionRedriven')?.at ?? start.startedAt;
  run.redriveCount = redriveCount;
  run.log.restore(events, events.length);
  for (const fiber of fibers) run.restored.set(fiber.path, fiber);
  return run;
}

// Another seed than before, or UUIDs of the first life would come again in the second.
function seedOf({ start, events }: JournaledExecution): { readonly seed?: number } {
  return typeof start.seed === 'number' ? { seed: start.seed + events.length * 7919 } : {};
}

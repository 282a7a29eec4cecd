import type { ExecutionJournal, JournaledExecution } from '../journal/execution-journal.ts';
import { compileOnce } from './compile-once.ts';
import type { ExecutionOptions } from './execution-options.ts';
import { type EarlierLife, Run } from './run.ts';

/** What a host gives anew when an execution goes on: everything but what the journal knows. */
export type HostOptions = Omit<
  ExecutionOptions,
  'input' | 'name' | 'stateMachineArn' | 'roleArn' | 'type' | 'seed' | 'journal'
>;

/** Builds the run of a journaled execution, as it stood, but for what is told otherwise. */
export function restoreRun(
  journal: ExecutionJournal,
  journaled: JournaledExecution,
  options: HostOptions,
  otherwise: Partial<EarlierLife> = {},
): Run {
  const { start, events, fibers, redriveCount } = journaled;
  const { name, stateMachineArn, roleArn, type, input, startedAt } = start;
  const redrivenAt = events.findLast((event) => event.type === 'ExecutionRedriven')?.at;
  return new Run(
    compileOnce(start.definition),
    {
      ...options,
      ...{ name, stateMachineArn, roleArn, type, input, journal },
      ...seedOf(journaled),
    },
    { startedAt, redrivenAt, redriveCount, redriven: false, events, fibers, ...otherwise },
  );
}

// Another seed than before, or UUIDs of the first life would come again in the second.
function seedOf({ start, events }: JournaledExecution): { readonly seed?: number } {
  return typeof start.seed === 'number' ? { seed: start.seed + events.length * 7919 } : {};
}

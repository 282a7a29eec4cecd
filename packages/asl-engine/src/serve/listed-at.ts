import type { ExecutionJournal } from '../journal/execution-journal.ts';
import type { Execution } from '../run/execution.ts';

const turns = new Set([
  'ExecutionRedriven',
  'ExecutionSucceeded',
  'ExecutionFailed',
  'ExecutionAborted',
  'ExecutionTimedOut',
]);

/**
 * The instant by which ListExecutions puts an execution in order, as it was at `asOf`, both in epoch milliseconds: "Running executions
 * are sorted by their startDate or redriveDate, and other executions are sorted by their stopDate" (API reference).
 */
export function listedAt(journal: ExecutionJournal, { executionArn, startDate }: Execution, asOf: number): number {
  const standing = journal.describe(executionArn);
  const startedAt = startDate.getTime();
  const latest = standing?.end?.stoppedAt ?? standing?.redrivenAt ?? startedAt;
  if (latest <= asOf) return latest;
  if (!standing?.redriveCount) return startedAt;
  // It has been redriven: its history tells where it stood before.
  const events = journal.events(executionArn, { limit: Number.MAX_SAFE_INTEGER, reverse: true });
  return events.find(({ at, type }) => at <= asOf && turns.has(type))?.at ?? startedAt;
}

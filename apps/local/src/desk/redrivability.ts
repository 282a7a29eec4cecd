import { type ExecutionJournal, whyNotRedrivable } from '@order-workflow/asl-engine';
import type { DeskEntry } from './desk-entry.ts';

/** Of an execution that ended without success. */
export interface Redrivability {
  /** Why it cannot go on by a redrive; absent where it can. */
  readonly notRedrivable?: string;
}

/** @param now in milliseconds since the epoch, by the clock of executions */
export function redrivability(
  journal: Pick<ExecutionJournal, 'describe'>,
  { executionArn, status }: Pick<DeskEntry, 'executionArn' | 'status'>,
  now: number,
): Redrivability {
  if (status === 'RUNNING' || status === 'SUCCEEDED') return {};
  const standing = journal.describe(executionArn);
  const notRedrivable = standing && whyNotRedrivable(standing, now);
  return notRedrivable === undefined ? {} : { notRedrivable };
}

import type { ExecutionSnapshot } from './execution-snapshot.ts';

/** The state in which an execution stands, or in which it ended without success. */
export function standingPlace({ trace }: Pick<ExecutionSnapshot, 'trace'>): string | undefined {
  const standing = new Set(['running', 'retrying', 'failed', 'stopped']);
  return [...trace.states].findLast(([, { status }]) => standing.has(status))?.[0];
}

import type { Attempt, Visit } from '../history/visit.ts';
import type { FaultInjection } from './local-machine.ts';

/** Names of the faults that struck an attempt, each once; none where that is not known. */
export type StruckBy = ReadonlyMap<Attempt, readonly string[]>;

/** Where nobody knows. */
export const noStrikes: StruckBy = new Map();

/** The clocks write milliseconds as fractions of seconds. */
const roundingMs = 0.5;

/** Gives each strike to the attempt that it struck: the last of its state that had begun by then. */
export function struckBy(visits: readonly Visit[], strikes: readonly FaultInjection[]): StruckBy {
  const struck = new Map<Attempt, string[]>();
  for (const { fault, state, attemptAt } of strikes) {
    const attempt = visits
      .flatMap((visit) => (visit.state === state ? visit.attempts : []))
      .findLast(({ scheduledAt }) => scheduledAt <= attemptAt * 1000 + roundingMs);
    if (attempt === undefined) continue;
    const known = struck.get(attempt) ?? [];
    struck.set(attempt, known.includes(fault) ? known : [...known, fault]);
  }
  return struck;
}

import type { ExecutionJournal } from '@order-workflow/asl-engine';
import { cancellationError } from '../orders/cancelled-since.ts';
import type { DeskEntry } from './desk-entry.ts';
import { longWaitMs, needsPerson, openTerms, orderBy, where } from './desk-query.ts';
import type { DeskStore } from './desk-store.ts';
import { type Redrivability, redrivability } from './redrivability.ts';

/** What the people at the desk see first. */
export interface DeskHome {
  /** By the state at which they stand, the state of the oldest first. */
  readonly needs: readonly {
    readonly state: string | null;
    readonly count: number;
    readonly oldest: readonly (DeskEntry & Redrivability)[];
  }[];
  readonly running: number;
  /** In one state for longer than a minute, the oldest first. */
  readonly waiting: { readonly count: number; readonly oldest: readonly DeskEntry[] };
  /** Of what has ended since midnight: attempts at orders, but for those that a cancellation stopped, and orders that were cancelled. */
  readonly today: readonly {
    readonly of: DeskEntry['of'];
    readonly status: string;
    readonly outcome: string | null;
    readonly count: number;
  }[];
}

/** So many of a kind are shown; the rest is found by a search. */
const shown = 5;

/**
 * @param now in milliseconds since the epoch, by the clock of executions
 * @param midnight of the reader, in the same
 */
export function deskHome(
  store: Pick<DeskStore, 'all' | 'entries'>,
  journal: Pick<ExecutionJournal, 'describe'>,
  { now, midnight }: { readonly now: number; readonly midnight: number },
): DeskHome {
  const states = store.all(
    `SELECT state, count(*) AS count FROM entry WHERE ${needsPerson} GROUP BY state ORDER BY min(stopped)`,
  );
  const waiting = openTerms({ waitingSince: now - longWaitMs });
  return {
    needs: states.map(({ state, count }) => ({
      ...{ state: state === null ? null : String(state), count: Number(count) },
      oldest: store
        .entries([[needsPerson], ['state IS ?', state ?? null]], 'stopped', shown)
        .map((entry) => ({ ...entry, ...redrivability(journal, entry, now) })),
    })),
    running: countOf(store, "status = 'RUNNING'"),
    waiting: {
      count: countOf(store, where(waiting).sql, where(waiting).values),
      oldest: store.entries(waiting, orderBy.oldest, shown),
    },
    today: store
      .all(
        `SELECT kind, status, outcome, count(*) AS count FROM entry WHERE stopped >= ? AND CASE kind
         WHEN 'orders' THEN error IS NOT '${cancellationError}' ELSE outcome = 'cancelled' END GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
        [midnight],
      )
      .map(({ kind, status, outcome, count }) => ({
        ...{
          of: String(kind) as DeskEntry['of'],
          status: String(status),
          outcome: outcome === null ? null : String(outcome),
          count: Number(count),
        },
      })),
  };
}

function countOf(store: Pick<DeskStore, 'all'>, sql: string, values: Parameters<DeskStore['all']>[1] = []): number {
  return Number(store.all(`SELECT count(*) AS count FROM entry WHERE ${sql}`, values)[0]?.['count']);
}

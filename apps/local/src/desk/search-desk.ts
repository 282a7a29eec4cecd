import type { DeskEntry } from './desk-entry.ts';
import { chipTerms, type DeskQuery, type DeskSort, openTerms, orderBy, where } from './desk-query.ts';
import type { DeskStore } from './desk-store.ts';

/** How many executions stand so. */
export interface DeskCount {
  readonly status: string;
  readonly outcome: string | null;
  readonly state: string | null;
  readonly count: number;
}

/** A page of what was found. */
export interface DeskPage {
  readonly hits: readonly DeskEntry[];
  /** Of all hits. */
  readonly total: number;
  /** What the query finds apart from its chips, by what the chips are of. */
  readonly counts: readonly DeskCount[];
}

export interface DeskPageRequest {
  readonly sort?: DeskSort | undefined;
  /** How many hits stand before the page. */
  readonly from?: number | undefined;
  readonly limit: number;
}

/** Looks in the index, in two questions to it, however many executions there are. */
export function searchDesk(
  store: Pick<DeskStore, 'all' | 'entries'>,
  query: DeskQuery,
  { sort = 'newest', from = 0, limit }: DeskPageRequest,
): DeskPage {
  const open = openTerms(query);
  const { sql, values } = where(open);
  const rows = store.all(
    `SELECT status, outcome, state, count(*) AS count FROM entry WHERE ${sql} GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
    values,
  );
  const counts = rows.map(({ status, outcome, state, count }) => ({
    ...{ status: String(status), count: Number(count) },
    ...{ outcome: outcome === null ? null : String(outcome), state: state === null ? null : String(state) },
  }));
  const total = counts.filter((one) => isUnderChips(one, query)).reduce((sum, { count }) => sum + count, 0);
  return { hits: store.entries([...open, ...chipTerms(query)], orderBy[sort], limit, from), total, counts };
}

function isUnderChips(one: DeskCount, { status, outcome, state }: DeskQuery): boolean {
  return (
    (status === undefined || one.status === status) &&
    (outcome === undefined || one.outcome === outcome) &&
    (state === undefined || one.state === state)
  );
}

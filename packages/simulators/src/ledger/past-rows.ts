import type { Delay } from './ledger-settings.ts';

/** How the last row of each key stood in the course of time, for reads that lag. It ends with its process. */
export interface PastRows<Row> {
  note(row: Row, at: number): void;
  /** The last row of a key as it stood then; undefined when there was none. */
  asOf(key: string, at: number): Row | undefined;
  clear(): void;
}

/** Nothing is noted where reads never lag: it would be all that ever was. */
export function pastRows<Row extends { readonly key: string }>(readsLagMs: Delay): PastRows<Row> {
  const rows = new Map<string, { readonly row: Row; readonly at: number }[]>();
  return {
    note(row, at) {
      if (readsLagMs === 0) return;
      const ofKey = rows.get(row.key);
      if (ofKey) ofKey.push({ row, at });
      else rows.set(row.key, [{ row, at }]);
    },
    asOf: (key, moment) => rows.get(key)?.findLast(({ at }) => at <= moment)?.row,
    clear: () => rows.clear(),
  };
}

import type { LedgerRow, LedgerStore } from './ledger-store.ts';

/** A ledger that ends with its process. */
export function memoryStore<Row extends LedgerRow, Entry>(): LedgerStore<Row, Entry> {
  const rows = new Map<string, Row>();
  const idsOfKey = new Map<string, Set<string>>();
  const waiting = new Map<string, Row>();
  const entries: Entry[] = [];
  return {
    atomically: (work) => work(),
    put(row) {
      const { id, key, due } = row;
      rows.set(id, row);
      idsOfKey.set(key, (idsOfKey.get(key) ?? new Set()).add(id));
      if (due === undefined) waiting.delete(id);
      else waiting.set(id, row);
    },
    ofKey: (key) => [...(idsOfKey.get(key) ?? [])].flatMap((id) => rows.get(id) ?? []),
    rows: () => [...rows.values()],
    nextDue(now) {
      let first: Row | undefined;
      for (const row of waiting.values())
        if ((row.due ?? now) <= now && (first?.due ?? Number.POSITIVE_INFINITY) > (row.due ?? now)) first = row;
      return first;
    },
    count: () => rows.size,
    note: (entry) => void entries.push(entry),
    journal: () => [...entries],
    clear() {
      for (const kept of [rows, idsOfKey, waiting]) kept.clear();
      entries.length = 0;
    },
    close: () => undefined,
  };
}

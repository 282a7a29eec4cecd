/** What a ledger keeps of one thing. Rows are never changed, only replaced. */
export interface LedgerRow {
  readonly id: string;
  /** The idempotency key under which it was asked for. */
  readonly key: string;
  /** When it changes by itself, in milliseconds since the epoch. */
  readonly due?: number;
}

/**
 * Where a ledger is kept. Everything is synchronous, so that no two calls mix; what happens within `atomically` is kept
 * whole or not at all, whenever the process ends. A step that throws is taken back by a file, though not by memory.
 */
export interface LedgerStore<Row extends LedgerRow, Entry> {
  atomically<T>(work: () => T): T;
  /** Adds a row, or replaces the one of its id at its place. */
  put(row: Row): void;
  /** The rows of a key, oldest first. */
  ofKey(key: string): readonly Row[];
  /** All rows, oldest first. */
  rows(): readonly Row[];
  /** The row that is due first, of those that are due at `now`. */
  nextDue(now: number): Row | undefined;
  /** How many rows were ever added. */
  count(): number;
  /** Adds to the journal. */
  note(entry: Entry): void;
  /** The journal, oldest first. */
  journal(): readonly Entry[];
  clear(): void;
  close(): void;
}

import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { LedgerRow, LedgerStore } from './ledger-store.ts';

/**
 * A ledger in a SQLite file, which may hold several books. What was kept is there after the end of the process at any
 * moment; another process may open the same file at the same time.
 *
 * @throws Error of SQLite when the file cannot be opened or is not a database
 */
export function sqliteStore<Row extends LedgerRow, Entry>(
  file: string,
  book: 'payment' | 'shipment',
): LedgerStore<Row, Entry> {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  // NORMAL: what was committed outlives the process, though the last commits may not outlive a failure of the power.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS ${book} (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, due INTEGER, content TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS ${book}_of_key ON ${book} (key);
    CREATE INDEX IF NOT EXISTS ${book}_due ON ${book} (due) WHERE due IS NOT NULL;
    CREATE TABLE IF NOT EXISTS ${book}_journal (place INTEGER PRIMARY KEY, content TEXT NOT NULL);
  `);
  const put = database.prepare(
    `INSERT INTO ${book} (id, key, due, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET due = excluded.due, content = excluded.content`,
  );
  const ofKey = database.prepare(`SELECT content FROM ${book} WHERE key = ? ORDER BY place`);
  const rows = database.prepare(`SELECT content FROM ${book} ORDER BY place`);
  const nextDue = database.prepare(`SELECT content FROM ${book} WHERE due <= ? ORDER BY due, place LIMIT 1`);
  const count = database.prepare(`SELECT ifnull(max(place), 0) AS count FROM ${book}`);
  const note = database.prepare(`INSERT INTO ${book}_journal (content) VALUES (?)`);
  const journal = database.prepare(`SELECT content FROM ${book}_journal ORDER BY place`);

  return {
    atomically(work) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (problem) {
        // SQLite itself takes back what a full disk broke off.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw problem;
      }
    },
    put: (row) => void put.run(row.id, row.key, row.due ?? null, JSON.stringify(row)),
    ofKey: (key) => ofKey.all(key).map((found) => content<Row>(found)),
    rows: () => rows.all().map((found) => content<Row>(found)),
    nextDue(now) {
      const found = nextDue.get(now);
      return found && content<Row>(found);
    },
    count: () => Number(count.get()?.['count']),
    note: (entry) => void note.run(JSON.stringify(entry)),
    journal: () => journal.all().map((found) => content<Entry>(found)),
    clear: () => database.exec(`DELETE FROM ${book}; DELETE FROM ${book}_journal;`),
    close: () => database.close(),
  };
}

function content<T>(row: Record<string, SQLOutputValue>): T {
  return JSON.parse(String(row['content'])) as T;
}

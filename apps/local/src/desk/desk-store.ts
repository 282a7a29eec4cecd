import { rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { currencyExponent } from '@order-workflow/order-domain';
import { companions } from '../data-folder/data-folder.ts';
import type { DeskEntry, IndexedEntry } from './desk-entry.ts';
import { type Term, where } from './desk-query.ts';

/** How far the index knew an execution when it read it. */
export interface KnownExecution {
  readonly position: number;
  readonly redriveCount: number;
  readonly running: boolean;
}

/** Changes with the tables, and with what is read of an execution: an index of another version is made anew. */
const version = 1;

const tables = `
  CREATE TABLE entry (
    arn TEXT PRIMARY KEY, position INTEGER NOT NULL, redrives INTEGER NOT NULL, kind TEXT NOT NULL, order_id TEXT,
    status TEXT NOT NULL, outcome TEXT, state TEXT, error TEXT, started INTEGER NOT NULL, stopped INTEGER, entered INTEGER,
    amount REAL, words TEXT NOT NULL, shown TEXT NOT NULL
  );
  CREATE INDEX entry_position ON entry (position);
  CREATE INDEX entry_status ON entry (status, position);
  CREATE INDEX entry_order ON entry (order_id, position);
  CREATE INDEX entry_stopped ON entry (stopped);
  CREATE TABLE mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  PRAGMA user_version = ${version};
`;

/** The tables of the desk's index: entries, and up to which position of the journal none is missing. */
export interface DeskStore {
  /** Writes all or nothing. */
  put(entries: readonly IndexedEntry[]): void;
  known(executionArn: string): KnownExecution | undefined;
  /** Those that ran when they were read. */
  running(): readonly string[];
  completeTo(): number;
  setCompleteTo(position: number): void;
  /** The rows of a query over `entry`. */
  all(sql: string, values?: readonly SQLInputValue[]): readonly Record<string, SQLOutputValue>[];
  /** The entries under these terms. */
  entries(terms: readonly Term[], order: string, limit: number, offset?: number): readonly DeskEntry[];
  close(): void;
}

/** Opens an index, in memory without a file. One that cannot be read, or is of another version, is made anew. */
export function openDeskStore(file?: string): DeskStore {
  if (file === undefined) return storeOf(openTables(':memory:'));
  try {
    return storeOf(openTables(file));
  } catch {
    for (const path of [file, ...companions.map((companion) => file + companion)]) rmSync(path, { force: true });
  }
  try {
    return storeOf(openTables(file));
  } catch {
    // Nothing can be written there. What is shown is the same.
    return storeOf(openTables(':memory:'));
  }
}

function openTables(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    const isNew = database.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined;
    if (isNew) database.exec(`BEGIN; ${tables} COMMIT;`);
    else if (found !== version) throw new Error(`an index of version ${found}`);
    return database;
  } catch (problem) {
    database.close();
    throw problem;
  }
}

function storeOf(database: DatabaseSync): DeskStore {
  const put = database.prepare(`INSERT OR REPLACE INTO entry VALUES (${Array(15).fill('?').join(', ')})`);
  const known = database.prepare('SELECT position, redrives, status FROM entry WHERE arn = ?');
  const mark = database.prepare('SELECT value FROM mark WHERE name = ?');
  const setMark = database.prepare('INSERT OR REPLACE INTO mark VALUES (?, ?)');
  const store: DeskStore = {
    put(entries) {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const one of entries) put.run(...rowOf(one));
        database.exec('COMMIT');
      } catch (problem) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw problem;
      }
    },
    known(executionArn) {
      const row = known.get(executionArn);
      if (!row) return undefined;
      const { position, redrives, status } = row;
      return { position: Number(position), redriveCount: Number(redrives), running: status === 'RUNNING' };
    },
    running: () => store.all("SELECT arn FROM entry WHERE status = 'RUNNING'").map(({ arn }) => String(arn)),
    completeTo: () => Number(mark.get('complete-to')?.['value'] ?? 0),
    setCompleteTo: (position) => void setMark.run('complete-to', position),
    all: (sql, values = []) => database.prepare(sql).all(...values),
    entries(terms, order, limit, offset = 0) {
      const { sql, values } = where(terms);
      const asked = `SELECT shown FROM entry WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`;
      return store.all(asked, [...values, limit, offset]).map(({ shown }): DeskEntry => JSON.parse(String(shown)));
    },
    close: () => database.close(),
  };
  return store;
}

function rowOf({ entry, words, position }: IndexedEntry): SQLInputValue[] {
  const { executionArn, redriveCount, of, orderId, status, outcome, state, error, total } = entry;
  const amount = total && total.amount / 10 ** currencyExponent(total.currency);
  return [
    ...[executionArn, position, redriveCount, of, orderId ?? null, status, outcome ?? null, state ?? null],
    ...[error ?? null, entry.startedAt, entry.stoppedAt ?? null, entry.enteredAt ?? null, amount ?? null],
    ...[words, JSON.stringify(entry)],
  ];
}

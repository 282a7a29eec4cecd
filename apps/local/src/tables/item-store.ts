import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** Where entries of a range are, by their keys. */
interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

interface Change {
  readonly type: 'put' | 'del';
  readonly key: string;
  readonly value?: unknown;
}

/** One entry after another; undefined at the end. */
interface Entries<Entry> {
  next(): Promise<Entry | undefined>;
  return(): Promise<void>;
}

/**
 * Where tables keep their items: the part of LevelDB that dynalite asks for, on one SQLite file, so that it is kept as
 * everything else in a data folder. A write is in the file before it is answered.
 */
export interface ItemStore {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  batch(changes: readonly Change[]): Promise<void>;
  keys(range?: Range): Entries<string>;
  values(range?: Range): Entries<unknown>;
  close(): Promise<void>;
}

/** How dynalite keeps what is no item: the definitions of tables, which are those of the assembly, at each start anew. */
const definitions = { from: 'table~', to: 'table\u007f' };

/**
 * Opens a store in a SQLite file, or one in memory.
 *
 * @throws Error of SQLite when the file cannot be opened or is not a database
 */
export function openItemStore(file = ':memory:'): ItemStore {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    -- What is written anew without what it held is overwritten in the file, too: an order may be forgotten.
    PRAGMA secure_delete = ON;
  `);
  makeEntries(database);
  database.prepare('DELETE FROM entries WHERE key >= ? AND key < ?').run(definitions.from, definitions.to);
  const get = database.prepare('SELECT value FROM entries WHERE key = ?');
  const put = database.prepare(
    'INSERT INTO entries (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const del = database.prepare('DELETE FROM entries WHERE key = ?');
  const change = ({ type, key, value }: Change) =>
    type === 'put' ? put.run(key, JSON.stringify(value)) : del.run(key);

  function select(range: Range = {}) {
    const bounds = (['gt', 'gte', 'lt', 'lte'] as const).filter((bound) => range[bound] !== undefined);
    const where = bounds.map((bound) => `key ${operators[bound]} ?`).join(' AND ') || '1';
    const given: SQLInputValue[] = [...bounds.map((bound) => String(range[bound])), range.limit ?? -1];
    return database
      .prepare(`SELECT key, value FROM entries WHERE ${where} ORDER BY key ${range.reverse ? 'DESC' : ''} LIMIT ?`)
      .all(...given);
  }

  return {
    async get(key) {
      const row = get.get(key);
      return row && JSON.parse(String(row['value']));
    },
    async put(key, value) {
      change({ type: 'put', key, value });
    },
    async del(key) {
      change({ type: 'del', key });
    },
    async batch(changes) {
      database.exec('BEGIN');
      try {
        for (const one of changes) change(one);
        database.exec('COMMIT');
      } catch (problem) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw problem;
      }
    },
    keys: (range) => entries(select(range), ({ key }) => String(key)),
    values: (range) => entries(select(range), ({ value }): unknown => JSON.parse(String(value))),
    async close() {
      database.close();
    },
  };
}

/** Not in the order of their keys: a row of such a table that is longer than a quarter of a page takes a page more. */
const entriesTable = 'CREATE TABLE entries (place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);';

/** Makes the table where there is none, and that of an older version, which was in the order of its keys, anew. */
function makeEntries(database: DatabaseSync): void {
  const found = database.prepare("SELECT sql FROM sqlite_master WHERE name = 'entries'").get();
  if (found && !String(found['sql']).includes('WITHOUT ROWID')) return;
  const before = 'ALTER TABLE entries RENAME TO entries_before;';
  const after = 'INSERT INTO entries (key, value) SELECT key, value FROM entries_before; DROP TABLE entries_before;';
  database.exec(`BEGIN IMMEDIATE; ${found ? before : ''} ${entriesTable} ${found ? after : ''} COMMIT;`);
}

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function entries<Row, Entry>(rows: Row[], read: (row: Row) => Entry): Entries<Entry> {
  return {
    async next() {
      const row = rows.shift();
      return row && read(row);
    },
    async return() {
      rows.length = 0;
    },
  };
}

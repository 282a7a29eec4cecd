import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { EventRecord } from '../history/event-record.ts';
import type { ExecutionJournal, FiberSnapshot, JournalEntry } from './execution-journal.ts';
import { JournalUnreadable } from './execution-journal.ts';
import { pageIndexes, pageReader, redrivenAt } from './sqlite-page.ts';

/** A journal in a file. */
export interface SqliteJournal extends ExecutionJournal {
  close(): void;
}

/** The version of the tables; a file with a greater one is refused. */
const version = 1;
/** Marks a SQLite file as ours: the letters `ASLJ`. */
const applicationId = 0x41534c4a;

const tables = `
  CREATE TABLE execution (arn TEXT PRIMARY KEY, position INTEGER NOT NULL, start TEXT NOT NULL, end TEXT, redrives INTEGER NOT NULL);
  CREATE TABLE event (arn TEXT NOT NULL, id INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (arn, id)) WITHOUT ROWID;
  CREATE TABLE fiber (arn TEXT NOT NULL, path TEXT NOT NULL, snapshot TEXT NOT NULL, PRIMARY KEY (arn, path)) WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`;

/**
 * Opens (or creates) a journal in a SQLite file. What has been appended survives the end of the process at any point, `kill -9`
 * included. Throws JournalUnreadable for a damaged file, a newer one and one that is no journal; the file is then left as it was.
 * What keeps a sound file from being opened, as a full disk or missing rights, is thrown as the system or SQLite says it.
 */
export function openSqliteJournal(file: string): SqliteJournal {
  const isNew = !existsSync(file) || statSync(file).size === 0;
  if (!isNew) checkHeader(file);
  const database = new DatabaseSync(file);
  try {
    if (isNew) database.exec(`BEGIN; ${tables} COMMIT;`);
    else checkContent(database, file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(pageIndexes);
  } catch (problem) {
    database.close();
    throw isDamage(problem) ? new JournalUnreadable(`${file} is damaged: ${problem.message}`) : problem;
  }
  return journalOf(database);
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html), the lowest byte of what is thrown. */
const damages: ReadonlySet<number> = new Set([11, 26]);

function isDamage(problem: unknown): problem is Error {
  return problem instanceof Error && 'errcode' in problem && damages.has(Number(problem.errcode) & 0xff);
}

// Read without SQLite, which might already change the file (its recovery does).
function checkHeader(file: string): void {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, header, 0, 100, 0);
  closeSync(descriptor);
  if (
    length < 100 ||
    header.toString('latin1', 0, 16) !== 'SQLite format 3\0' ||
    header.readUInt32BE(68) !== applicationId
  ) {
    throw new JournalUnreadable(`${file} is not an execution journal, or its beginning is damaged.`);
  }
  const found = header.readUInt32BE(60);
  if (found > version) {
    throw new JournalUnreadable(
      `${file} was written by a newer version (journal version ${found}; this one reads up to ${version}).`,
    );
  }
}

function checkContent(database: DatabaseSync, file: string): void {
  const [row] = database.prepare('PRAGMA quick_check(1)').all();
  const finding = row?.['quick_check'];
  if (finding !== 'ok') throw new JournalUnreadable(`${file} is damaged: ${String(finding)}`);
}

function journalOf(database: DatabaseSync): SqliteJournal {
  const begin = database.prepare(
    'INSERT OR REPLACE INTO execution SELECT ?, (SELECT ifnull(max(position), 0) + 1 FROM execution), ?, NULL, 0',
  );
  const forgetAll = ['event', 'fiber'].map((table) => database.prepare(`DELETE FROM ${table} WHERE arn = ?`));
  const forgetEnded = database.prepare('DELETE FROM execution WHERE arn = ? AND end IS NOT NULL');
  const addEvent = database.prepare('INSERT INTO event VALUES (?, ?, ?)');
  const setFiber = database.prepare('INSERT OR REPLACE INTO fiber VALUES (?, ?, ?)');
  const forgetBelow = database.prepare(
    "DELETE FROM fiber WHERE arn = ? AND path != '' AND (? = '' OR substr(path, 1, ?) = ?)",
  );
  // Where nothing changes nothing is written: the row holds the definition, and is long.
  const setEnd = database.prepare(
    'UPDATE execution SET end = ?1, redrives = ?2 WHERE arn = ?3 AND (end IS NOT ?1 OR redrives != ?2)',
  );
  const readExecution = database.prepare('SELECT * FROM execution WHERE arn = ?');
  const readEvents = database.prepare('SELECT record FROM event WHERE arn = ? ORDER BY id');
  const readFibers = database.prepare('SELECT snapshot FROM fiber WHERE arn = ? ORDER BY path');
  const readRunning = database.prepare('SELECT arn FROM execution WHERE end IS NULL ORDER BY position');

  // What is large in an execution, its input and output, is not even read.
  const readList = database.prepare(
    `SELECT arn, start ->> 'name' AS name, start ->> 'startedAt' AS startedAt, redrives, json_remove(end, '$.output') AS end
     FROM execution ORDER BY position`,
  );

  const standing = database.prepare(
    `SELECT start, end, redrives, position, ${redrivenAt}, (SELECT max(id) FROM event WHERE event.arn = execution.arn) AS events
     FROM execution WHERE arn = ?`,
  );
  const readPage = pageReader(database);
  const eventsUp = database.prepare('SELECT record FROM event WHERE arn = ? AND id > ? ORDER BY id LIMIT ?');
  const eventsDown = database.prepare('SELECT record FROM event WHERE arn = ? AND id < ? ORDER BY id DESC LIMIT ?');

  const write = ({ executionArn, start, events, fibers, forgotten, end, redriveCount }: JournalEntry) => {
    if (start) {
      for (const statement of forgetAll) statement.run(executionArn);
      begin.run(executionArn, JSON.stringify(start));
    }
    for (const event of events) addEvent.run(executionArn, event.id, JSON.stringify(event));
    for (const path of forgotten) forgetBelow.run(executionArn, path, path.length + 1, `${path}/`);
    for (const fiber of fibers) setFiber.run(executionArn, fiber.path, JSON.stringify(fiber));
    setEnd.run(end ? JSON.stringify(end) : null, redriveCount, executionArn);
  };

  const inOne = <Result>(work: () => Result): Result => {
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
  };

  const forgetOne = (executionArn: string) => {
    if (Number(forgetEnded.run(executionArn).changes) === 0) return false;
    for (const statement of forgetAll) statement.run(executionArn);
    return true;
  };

  return {
    append: (entry) => inOne(() => write(entry)),
    read(executionArn) {
      const row = readExecution.get(executionArn);
      if (!row) return undefined;
      return {
        start: JSON.parse(String(row['start'])),
        end: row['end'] === null ? undefined : JSON.parse(String(row['end'])),
        redriveCount: Number(row['redrives']),
        events: readEvents.all(executionArn).map(({ record }): EventRecord => JSON.parse(String(record))),
        fibers: readFibers.all(executionArn).map(({ snapshot }): FiberSnapshot => JSON.parse(String(snapshot))),
      };
    },
    describe(executionArn) {
      const row = standing.get(executionArn);
      if (!row) return undefined;
      return {
        start: JSON.parse(String(row['start'])),
        end: row['end'] === null ? undefined : JSON.parse(String(row['end'])),
        redriveCount: Number(row['redrives']),
        eventCount: Number(row['events']),
        position: Number(row['position']),
        redrivenAt: row['redrivenAt'] === null ? undefined : Number(row['redrivenAt']),
      };
    },
    page: readPage,
    events(executionArn, { limit, reverse = false, after = reverse ? Number.MAX_SAFE_INTEGER : 0 }) {
      const rows = (reverse ? eventsDown : eventsUp).all(executionArn, after, limit);
      return rows.map(({ record }): EventRecord => JSON.parse(String(record)));
    },
    list: () =>
      readList.all().map(({ arn, name, startedAt, redrives, end }) => ({
        ...{ executionArn: String(arn), name: String(name), startedAt: Number(startedAt) },
        ...{ redriveCount: Number(redrives), end: end === null ? undefined : JSON.parse(String(end)) },
      })),
    running: () => readRunning.all().map(({ arn }) => String(arn)),
    forget(executionArns) {
      const forgotten = inOne(() => executionArns.filter(forgetOne).length);
      // Else the file and its log hold what was deleted, and what was written over, until something needs the place.
      if (forgotten > 0) database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
      return forgotten;
    },
    close: () => database.close(),
  };
}

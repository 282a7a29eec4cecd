import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { JournalUnreadable } from './execution-journal.ts';
import { applicationId, makeTables, version } from './sqlite-tables.ts';

/**
 * Opens (or creates) the database of a journal. Throws JournalUnreadable for a damaged file, a newer one and one that is no journal; the
 * file is then left as it was. What keeps a sound file from being opened, as a full disk or missing rights, is thrown as the system or
 * SQLite says it.
 */
export function openJournalFile(file: string): DatabaseSync {
  const isNew = !existsSync(file) || statSync(file).size === 0;
  if (!isNew) checkHeader(file);
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    if (!isNew) checkContent(database, file);
    makeTables(database);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  } catch (problem) {
    database.close();
    throw isDamage(problem) ? new JournalUnreadable(`${file} is damaged: ${problem.message}`) : problem;
  }
  return database;
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

import type { DatabaseSync } from 'node:sqlite';
import type { ExecutionJournal, FiberSnapshot } from './execution-journal.ts';
import { GroupCommit } from './group-commit.ts';
import { LogFile } from './log-file.ts';
import { openJournalFile } from './open-journal-file.ts';
import { entryWriter } from './sqlite-entry.ts';
import { eventReader } from './sqlite-events.ts';
import { pageReader } from './sqlite-page.ts';

/** A journal in a file. */
export interface SqliteJournal extends ExecutionJournal {
  /** Makes durable what is not yet, and lets go of the file. */
  close(): void;
}

/**
 * Opens (or creates) a journal in a SQLite file. What is durable in it survives the end of the process and of the machine at any point,
 * `kill -9` and a power cut included. A file of an older version is brought to this one. Throws JournalUnreadable for a damaged file, a
 * newer one and one that is no journal; the file is then left as it was. What keeps a sound file from being opened, as a full disk or
 * missing rights, is thrown as the system or SQLite says it.
 */
export function openSqliteJournal(file: string): SqliteJournal {
  const database = openJournalFile(file);
  const log = new LogFile(`${file}-wal`);
  return journalOf(database, log);
}

function journalOf(database: DatabaseSync, log: LogFile): SqliteJournal {
  const commits = new GroupCommit(database, syncOf(database, log));
  const entries = entryWriter(database);
  const readExecution = database.prepare(
    'SELECT execution.*, content FROM execution JOIN definition ON definition.id = execution.definition WHERE arn = ?',
  );
  const histories = eventReader(database);
  const readFibers = database.prepare('SELECT snapshot FROM fiber WHERE execution = ? ORDER BY path');
  const readRunning = database.prepare('SELECT arn FROM execution WHERE end IS NULL ORDER BY position');
  // What is large in an execution, its input and output, is not even read.
  const readList = database.prepare(
    `SELECT arn, start ->> 'name' AS name, start ->> 'startedAt' AS startedAt, redrives, json_remove(end, '$.output') AS end
     FROM execution ORDER BY position`,
  );
  const standing = database.prepare(
    `SELECT execution.*, content,
       (SELECT last FROM event WHERE event.execution = position ORDER BY first DESC LIMIT 1) AS events
     FROM execution JOIN definition ON definition.id = execution.definition WHERE arn = ?`,
  );
  const readPage = pageReader(database);

  return {
    append: (entry) => commits.write(() => entries.write(entry)),
    pending: () => commits.pending,
    read(executionArn) {
      const row = readExecution.get(executionArn);
      if (!row) return undefined;
      const position = Number(row['position']);
      return {
        ...standingOf(executionArn, row),
        events: histories.all(position),
        fibers: readFibers.all(position).map(({ snapshot }): FiberSnapshot => JSON.parse(String(snapshot))),
      };
    },
    describe(executionArn) {
      const row = standing.get(executionArn);
      if (!row) return undefined;
      return {
        ...standingOf(executionArn, row),
        eventCount: Number(row['events']),
        position: Number(row['position']),
        redrivenAt: row['redriven'] === null ? undefined : Number(row['redriven']),
      };
    },
    page: readPage,
    events: histories.page,
    list: () =>
      readList.all().map(({ arn, name, startedAt, redrives, end }) => ({
        ...{ executionArn: String(arn), name: String(name), startedAt: Number(startedAt) },
        ...{ redriveCount: Number(redrives), end: end === null ? undefined : JSON.parse(String(end)) },
      })),
    running: () => readRunning.all().map(({ arn }) => String(arn)),
    forget(executionArns) {
      let forgotten = 0;
      void commits.write(() => {
        forgotten = entries.forget(executionArns);
      });
      commits.commit();
      // Else the file and its log hold what was deleted, and what was written over, until something needs the place.
      if (forgotten > 0) database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
      return forgotten;
    },
    close() {
      if (!database.isOpen) return;
      if (commits.pending) {
        commits.commit();
        log.syncNow();
      }
      log.close();
      database.close();
    },
  };
}

/**
 * SQLite syncs the first commit itself, and with it that there is a log; each later one is synced here. NORMAL leaves to it what comes
 * before and after it takes the log in (sqlite.org/pragma.html#pragma_synchronous).
 */
function syncOf(database: DatabaseSync, log: LogFile): () => Promise<void> {
  let first = true;
  return () => {
    if (first && database.isOpen) database.exec('PRAGMA synchronous = NORMAL');
    const synced = first;
    first = false;
    return synced ? Promise.resolve() : log.sync();
  };
}

function standingOf(executionArn: string, row: Readonly<Record<string, unknown>>) {
  const { start, content, end, redrives } = row;
  return {
    start: { executionArn, ...JSON.parse(String(start)), definition: JSON.parse(String(content)) },
    end: end === null ? undefined : JSON.parse(String(end)),
    redriveCount: Number(redrives),
  };
}

import type { DatabaseSync } from 'node:sqlite';
import { pageIndexes } from './sqlite-page.ts';

/** The version of the tables; a file with a greater one is refused, one with a smaller is brought to this one. */
export const version = 2;
/** Marks a SQLite file as ours: the letters `ASLJ`. */
export const applicationId = 0x41534c4a;

/**
 * An execution is known in the other tables by its position, which is short. Events lie in the order in which they were written, so that
 * pages are full, and are found by their index. What all executions of a machine have in common is kept once.
 */
const tables = `
  CREATE TABLE definition (id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE);
  CREATE TABLE execution (position INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, definition INTEGER NOT NULL, start TEXT NOT NULL, end TEXT, redrives INTEGER NOT NULL);
  CREATE TABLE event (place INTEGER PRIMARY KEY, execution INTEGER NOT NULL, id INTEGER NOT NULL, record TEXT NOT NULL);
  CREATE UNIQUE INDEX event_of ON event (execution, id);
  CREATE TABLE fiber (place INTEGER PRIMARY KEY, execution INTEGER NOT NULL, path TEXT NOT NULL, snapshot TEXT NOT NULL, UNIQUE (execution, path));
  ${pageIndexes}
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`;

/** What a `start` leaves to columns of its own. */
const ownColumns = ['executionArn', 'definition'] as const;
const withoutOwnColumns = `json_remove(start, ${ownColumns.map((name) => `'$.${name}'`).join(', ')})`;

/** Version 1 had the ARN in each row, and the definition in each execution. */
const fromVersion1 = `
  DROP INDEX IF EXISTS execution_position;
  DROP INDEX IF EXISTS execution_status;
  DROP INDEX IF EXISTS execution_redriven;
  ALTER TABLE execution RENAME TO execution_1;
  ALTER TABLE event RENAME TO event_1;
  ALTER TABLE fiber RENAME TO fiber_1;
  ${tables}
  INSERT INTO definition (content) SELECT DISTINCT start -> '$.definition' FROM execution_1;
  INSERT INTO execution SELECT position, arn, definition.id, ${withoutOwnColumns}, end, redrives
    FROM execution_1 JOIN definition ON content = start -> '$.definition';
  INSERT INTO event (execution, id, record) SELECT position, id, record FROM execution JOIN event_1 USING (arn) ORDER BY position, id;
  INSERT INTO fiber (execution, path, snapshot) SELECT position, path, snapshot FROM execution JOIN fiber_1 USING (arn)
    WHERE end IS NULL OR end ->> 'status' != 'SUCCEEDED';
  DROP TABLE execution_1;
  DROP TABLE event_1;
  DROP TABLE fiber_1;
`;

/** Makes the tables where there are none, and brings those of an older version to this one: all of it, or nothing. */
export function makeTables(database: DatabaseSync): void {
  if (versionOf(database) === version) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been faster.
    const found = versionOf(database);
    if (found !== version) database.exec(found === 0 ? tables : fromVersion1);
    database.exec('COMMIT');
  } catch (problem) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw problem;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

import type { DatabaseSync } from 'node:sqlite';
import { packEvents } from './sqlite-events.ts';
import { pageIndexes } from './sqlite-page.ts';

/** The version of the tables; a file with a greater one is refused, one with a smaller is brought to this one. */
export const version = 3;
/** Marks a SQLite file as ours: the letters `ASLJ`. */
export const applicationId = 0x41534c4a;

/** A row is what was appended of a history at once. */
const eventTable = `
  CREATE TABLE event (place INTEGER PRIMARY KEY, execution INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, packed BLOB NOT NULL);
  CREATE UNIQUE INDEX event_of ON event (execution, first);
`;

/**
 * An execution is known in the other tables by its position, which is short. Events lie in the order in which they were written, so that
 * pages are full, and are found by their index. What all executions of a machine have in common is kept once.
 */
const tables = `
  CREATE TABLE definition (id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE);
  CREATE TABLE execution (position INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, definition INTEGER NOT NULL, start TEXT NOT NULL, end TEXT, redrives INTEGER NOT NULL, redriven INTEGER);
  ${eventTable}
  CREATE TABLE fiber (place INTEGER PRIMARY KEY, execution INTEGER NOT NULL, path TEXT NOT NULL, snapshot TEXT NOT NULL, UNIQUE (execution, path));
  ${pageIndexes}
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`;

/** So many events of an older version become a row. */
const together = 8;

/** From `older`, which has an event a row, with the position of its execution. */
const packed = (older: string) => `
  INSERT INTO event (execution, first, last, packed)
    SELECT position, min(id), max(id), pack(json_group_array(json(record) ORDER BY id)) FROM ${older}
    GROUP BY position, (id - 1) / ${together} ORDER BY position, 2;
  UPDATE execution SET redriven = (SELECT max(record ->> 'at') FROM ${older}
    WHERE ${older}.position = execution.position AND record ->> 'type' = 'ExecutionRedriven') WHERE redrives > 0;
`;

/** What a `start` leaves to columns of its own. */
const ownColumns = ['executionArn', 'definition'] as const;
const withoutOwnColumns = `json_remove(start, ${ownColumns.map((name) => `'$.${name}'`).join(', ')})`;

/** Version 1 had the ARN in each row, and the definition in each execution; both had a row for each event. */
const fromVersion: Readonly<Record<number, string>> = {
  0: tables,
  1: `
  DROP INDEX IF EXISTS execution_position;
  DROP INDEX IF EXISTS execution_status;
  DROP INDEX IF EXISTS execution_redriven;
  ALTER TABLE execution RENAME TO execution_1;
  ALTER TABLE event RENAME TO event_1;
  ALTER TABLE fiber RENAME TO fiber_1;
  ${tables}
  INSERT INTO definition (content) SELECT DISTINCT start -> '$.definition' FROM execution_1;
  INSERT INTO execution SELECT position, arn, definition.id, ${withoutOwnColumns}, end, redrives, NULL
    FROM execution_1 JOIN definition ON content = start -> '$.definition';
  CREATE TEMP VIEW event_before AS SELECT position, id, record FROM main.execution JOIN main.event_1 USING (arn);
  ${packed('event_before')}
  INSERT INTO fiber (execution, path, snapshot) SELECT position, path, snapshot FROM execution JOIN fiber_1 USING (arn)
    WHERE end IS NULL OR end ->> 'status' != 'SUCCEEDED';
  DROP VIEW event_before;
  DROP TABLE execution_1;
  DROP TABLE event_1;
  DROP TABLE fiber_1;
`,
  2: `
  ALTER TABLE execution ADD COLUMN redriven INTEGER;
  ALTER TABLE event RENAME TO event_2;
  ALTER TABLE event_2 RENAME COLUMN execution TO position;
  DROP INDEX event_of;
  ${eventTable}
  CREATE INDEX event_before ON event_2 (position, id);
  ${packed('event_2')}
  DROP TABLE event_2;
  PRAGMA user_version = ${version};
`,
};

/** Makes the tables where there are none, and brings those of an older version to this one: all of it, or nothing. */
export function makeTables(database: DatabaseSync): void {
  if (versionOf(database) === version) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been faster.
    const found = versionOf(database);
    database.function('pack', { deterministic: true }, (json) => packEvents(String(json)));
    if (found !== version) database.exec(fromVersion[found] ?? '');
    database.exec('COMMIT');
  } catch (problem) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw problem;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { executionJournalContract } from './execution-journal.contract.ts';
import { type FiberSnapshot, JournalUnreadable } from './execution-journal.ts';
import { openSqliteJournal } from './sqlite-journal.ts';
import { pageReader } from './sqlite-page.ts';

const directory = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;
const newFile = () => join(directory, `${files++}.sqlite`);

executionJournalContract('SQLite', () => openSqliteJournal(newFile()));

function filledFile(): string {
  const file = newFile();
  const journal = openSqliteJournal(file);
  const start = {
    executionArn: 'arn:a',
    name: 'a',
    stateMachineArn: 'm',
    roleArn: 'r',
    type: 'STANDARD' as const,
    input: 'x'.repeat(20_000),
    startedAt: 1,
    seed: 1,
    definition: {},
  };
  journal.append({ executionArn: 'arn:a', start, events: [], fibers: [], forgotten: [], redriveCount: 0 });
  journal.close();
  return file;
}

describe(openSqliteJournal, () => {
  it('finds what an earlier process has written', () => {
    const journal = openSqliteJournal(filledFile());
    expect(journal.running()).toEqual(['arn:a']);
    journal.close();
  });

  it('leaves nothing in its files of an execution that it forgot', () => {
    const file = filledFile();
    const journal = openSqliteJournal(file);
    const end = { status: 'SUCCEEDED' as const, stoppedAt: 9 };
    journal.append({ executionArn: 'arn:a', events: [], fibers: [], forgotten: [], redriveCount: 0, end });
    const holds = () => ['', '-wal'].some((companion) => readFileSync(file + companion).includes('x'.repeat(500)));
    expect(holds()).toBe(true);
    expect(journal.forget(['arn:a'])).toBe(1);
    expect(holds()).toBe(false);
    journal.close();
  });

  it('brings a file of version 1 to this one: the definition once, and no fiber of what succeeded', () => {
    const file = fileOfVersion1();
    const journal = openSqliteJournal(file);
    expect(journal.list().map(({ name }) => name)).toEqual(['0', '1', '2', '3']);
    expect(journal.running()).toEqual(['arn:3']);
    expect(journal.page({ limit: 1, status: 'FAILED' })).toMatchObject([{ name: '1', position: 2 }]);
    const read = (name: string) => journal.read(`arn:${name}`);
    expect(read('3')).toEqual({
      start: { executionArn: 'arn:3', name: '3', input: { n: 3 }, startedAt: 5, definition: { StartAt: 'A' } },
      ...{ end: undefined, redriveCount: 0, events: [{ id: 1 }, { id: 2 }], fibers: [{ path: '' }, { path: '0' }] },
    });
    expect([0, 1, 2].map((name) => read(`${name}`)?.fibers.length)).toEqual([0, 2, 2]);
    expect(journal.describe('arn:1')).toMatchObject({ end: { status: 'FAILED' }, eventCount: 2, position: 2 });
    journal.append({ executionArn: 'arn:3', events: [], fibers: [], forgotten: [], redriveCount: 1 });
    journal.close();
    openSqliteJournal(file).close();
    const database = new DatabaseSync(file);
    expect(database.prepare('SELECT count(*) AS count FROM definition').get()).toEqual({ count: 1 });
    expect(database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%_1'").all()).toEqual(
      [],
    );
    database.close();
  });

  it('brings a file of version 2 to this one: the events of a history packed, and when it was redriven last', () => {
    const file = fileOfVersion2();
    const journal = openSqliteJournal(file);
    const ids = Array.from({ length: 20 }, (_, at) => at + 1);
    for (const name of ['a', 'b']) {
      expect(journal.read(`arn:${name}`)?.events.map(({ id }) => id)).toEqual(ids);
      expect(journal.events(`arn:${name}`, { limit: 3, after: 7 }).map(({ id }) => id)).toEqual([8, 9, 10]);
    }
    expect(journal.events('arn:a', { limit: 3, after: 10, reverse: true }).map(({ id }) => id)).toEqual([9, 8, 7]);
    expect(journal.describe('arn:a')).toMatchObject({ eventCount: 20, redriveCount: 1, redrivenAt: 17 });
    expect(journal.page({ limit: 5 }).map(({ redrivenAt }) => redrivenAt)).toEqual([undefined, 17]);
    journal.append({
      ...{ executionArn: 'arn:a', fibers: [], forgotten: [], redriveCount: 2 },
      events: [{ id: 21, at: 99, type: 'ExecutionRedriven' } as never],
    });
    expect(journal.describe('arn:a')).toMatchObject({ eventCount: 21, redrivenAt: 99 });
    journal.close();
    expect(readFileSync(file).readUInt32BE(60)).toBe(3);
    openSqliteJournal(file).close();
  });

  it('reads of a long history no more than its page', () => {
    const journal = openSqliteJournal(filledFile());
    const entry = { executionArn: 'arn:a', fibers: [], forgotten: [], redriveCount: 0 };
    for (let id = 1; id <= 300; id += 3)
      journal.append({ ...entry, events: [id, id + 1, id + 2].map((each) => ({ id: each }) as never) });
    for (const after of [0, 1, 2, 3, 149, 298, 299, 300])
      expect(journal.events('arn:a', { limit: 2, after }).map(({ id }) => id)).toEqual(
        [after + 1, after + 2].filter((id) => id <= 300),
      );
    for (const after of [301, 300, 150, 4, 3, 2, 1])
      expect(journal.events('arn:a', { limit: 2, after, reverse: true }).map(({ id }) => id)).toEqual(
        [after - 1, after - 2].filter((id) => id >= 1),
      );
    journal.close();
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ['is no database', (file) => writeFileSync(file, 'once upon a time'.repeat(50)), /is not an execution journal/],
    ['is a database of something else', (file) => overwrite(file, 68, Buffer.alloc(4)), /is not an execution journal/],
    [
      'was written by a newer version',
      (file) => overwrite(file, 60, Buffer.from([0, 0, 0, 9])),
      /newer version \(journal version 9/,
    ],
    ['is damaged inside', (file) => overwrite(file, 4096, Buffer.alloc(12_000, 0x5a)), /is damaged/],
    ['is cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 9000)), /is damaged/],
  ])('refuses a file that %s, and leaves it as it is', (_, damage, message) => {
    const file = filledFile();
    damage(file);
    const before = readFileSync(file);
    expect(() => openSqliteJournal(file)).toThrow(JournalUnreadable);
    expect(() => openSqliteJournal(file)).toThrow(message);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    [{ limit: 5 }, 'SCAN execution'],
    [{ limit: 5, before: 7 }, 'execution USING INTEGER PRIMARY KEY'],
    [{ limit: 5, status: 'FAILED' }, 'execution USING INDEX execution_status'],
    [{ limit: 5, status: 'RUNNING', before: 7 }, 'execution USING INDEX execution_status'],
    [{ limit: 5, redriven: true }, 'execution USING INDEX execution_redriven'],
  ] as const)('finds a page by an index: %j', (query, way) => {
    const database = new DatabaseSync(filledFile());
    const statements: string[] = [];
    const noting = { prepare: (sql: string) => statements.push(sql) && database.prepare(sql) };
    pageReader(noting as unknown as DatabaseSync)(query);
    const values = [query.limit, ...('status' in query ? [query.status] : []), ...('before' in query ? [1] : [])];
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${statements[0]}`).all(...values);
    expect(plan.map(({ detail }) => detail)).toContainEqual(expect.stringContaining(way));
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
    database.close();
  });

  it('writes an entry whole or not at all', () => {
    const file = filledFile();
    const journal = openSqliteJournal(file);
    const event = {
      id: 1,
      previousEventId: 0,
      at: 0,
      type: 'T',
      shape: 'none' as const,
      subject: undefined,
      value: undefined,
      more: undefined,
    };
    const entry = { executionArn: 'arn:a', fibers: [], forgotten: [], redriveCount: 0 };
    journal.append({ ...entry, events: [event] });
    // Its events are written before it is seen that where it stands cannot be.
    const fiber = { path: '', input: 1n } as unknown as FiberSnapshot;
    expect(() => journal.append({ ...entry, events: [{ ...event, id: 2 }], fibers: [fiber] })).toThrow('BigInt');
    expect(() => journal.append({ ...entry, events: [event] })).toThrow('UNIQUE');
    expect(journal.read('arn:a')?.events.map(({ id }) => id)).toEqual([1]);
    journal.close();
    expect(new DatabaseSync(file).prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });
});

/** As version 1 wrote it: three executions that have ended, and one that runs. */
function fileOfVersion1(): string {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE execution (arn TEXT PRIMARY KEY, position INTEGER NOT NULL, start TEXT NOT NULL, end TEXT, redrives INTEGER NOT NULL);
    CREATE TABLE event (arn TEXT NOT NULL, id INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (arn, id)) WITHOUT ROWID;
    CREATE TABLE fiber (arn TEXT NOT NULL, path TEXT NOT NULL, snapshot TEXT NOT NULL, PRIMARY KEY (arn, path)) WITHOUT ROWID;
    PRAGMA application_id = ${0x41534c4a};
    PRAGMA user_version = 1;
    PRAGMA journal_mode = WAL;
    CREATE INDEX execution_position ON execution (position);
    CREATE INDEX execution_status ON execution (ifnull(end ->> 'status', 'RUNNING'), position);
    CREATE INDEX execution_redriven ON execution (position) WHERE redrives > 0;
  `);
  for (const [at, status] of ['SUCCEEDED', 'FAILED', 'ABORTED', undefined].entries()) {
    const arn = `arn:${at}`;
    const start = {
      ...{ executionArn: arn, name: `${at}`, input: { n: at }, startedAt: 5, definition: { StartAt: 'A' } },
    };
    const end = status === undefined ? null : JSON.stringify({ status, stoppedAt: 9 });
    database.prepare('INSERT INTO execution VALUES (?, ?, ?, ?, 0)').run(arn, at + 1, JSON.stringify(start), end);
    for (const id of [1, 2]) database.prepare('INSERT INTO event VALUES (?, ?, ?)').run(arn, id, `{"id":${id}}`);
    for (const path of ['', '0'])
      database.prepare('INSERT INTO fiber VALUES (?, ?, ?)').run(arn, path, JSON.stringify({ path }));
  }
  database.close();
  return file;
}

/** As version 2 wrote it: an event a row. */
function fileOfVersion2(): string {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE definition (id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE);
    CREATE TABLE execution (position INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, definition INTEGER NOT NULL, start TEXT NOT NULL, end TEXT, redrives INTEGER NOT NULL);
    CREATE TABLE event (place INTEGER PRIMARY KEY, execution INTEGER NOT NULL, id INTEGER NOT NULL, record TEXT NOT NULL);
    CREATE UNIQUE INDEX event_of ON event (execution, id);
    CREATE TABLE fiber (place INTEGER PRIMARY KEY, execution INTEGER NOT NULL, path TEXT NOT NULL, snapshot TEXT NOT NULL, UNIQUE (execution, path));
    CREATE INDEX execution_status ON execution (ifnull(end ->> 'status', 'RUNNING'));
    CREATE INDEX execution_redriven ON execution (position) WHERE redrives > 0;
    PRAGMA application_id = ${0x41534c4a};
    PRAGMA user_version = 2;
    INSERT INTO definition VALUES (1, '{"StartAt":"A"}');
  `);
  for (const [at, name] of ['a', 'b'].entries())
    database
      .prepare('INSERT INTO execution VALUES (?, ?, 1, ?, NULL, ?)')
      .run(at + 1, `arn:${name}`, `{"name":"${name}","startedAt":5}`, at === 0 ? 1 : 0);
  for (let id = 1; id <= 20; id++)
    for (const execution of [1, 2]) {
      const type = execution === 1 && (id === 12 || id === 17) ? 'ExecutionRedriven' : 'TaskStarted';
      const record = JSON.stringify({ id, at: id, type, value: 'é'.repeat(id) });
      database.prepare('INSERT INTO event (execution, id, record) VALUES (?, ?, ?)').run(execution, id, record);
    }
  database.close();
  return file;
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const content = readFileSync(file);
  bytes.copy(content, at);
  writeFileSync(file, content);
}

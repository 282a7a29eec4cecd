import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { executionJournalContract } from './execution-journal.contract.ts';
import { JournalUnreadable } from './execution-journal.ts';
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
    [{ limit: 5 }, 'execution_position'],
    [{ limit: 5, status: 'FAILED' }, 'execution_status'],
    [{ limit: 5, status: 'RUNNING', before: 7 }, 'execution_status'],
    [{ limit: 5, redriven: true }, 'execution_redriven'],
  ] as const)('finds a page by an index, in files of before too: %j', (query, index) => {
    const file = filledFile();
    const database = new DatabaseSync(file);
    for (const name of ['position', 'status', 'redriven']) database.exec(`DROP INDEX execution_${name}`);
    openSqliteJournal(file).close();
    const statements: string[] = [];
    const noting = { prepare: (sql: string) => statements.push(sql) && database.prepare(sql) };
    pageReader(noting as unknown as DatabaseSync)(query);
    const values = [query.limit, ...('status' in query ? [query.status] : []), ...('before' in query ? [1] : [])];
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${statements[0]}`).all(...values);
    expect(plan.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(`execution USING INDEX ${index}`));
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
    expect(() => journal.append({ ...entry, events: [event, event] })).toThrow();
    expect(journal.read('arn:a')?.events).toEqual([]);
    journal.close();
    expect(new DatabaseSync(file).prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });
});

function overwrite(file: string, at: number, bytes: Buffer): void {
  const content = readFileSync(file);
  bytes.copy(content, at);
  writeFileSync(file, content);
}

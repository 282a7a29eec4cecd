import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { EventRecord } from '../history/event-record.ts';
import { openSqliteJournal } from './sqlite-journal.ts';

/** What a disk writes whole, in bytes: also the size of a page here, so that a write has few bytes and many pages. */
const sector = 512;

const directory = mkdtempSync(join(tmpdir(), 'power-'));
afterAll(() => rmSync(directory, { recursive: true }));
const file = join(directory, 'journal.sqlite');
const copy = join(directory, 'copy.sqlite');

const event = (id: number): EventRecord => ({
  ...{ id, previousEventId: id - 1, at: 7, type: 'TaskStateEntered', shape: 'stateEntered', subject: 'A' },
  // What cannot be packed: the last write has to have some pages.
  ...{ value: randomNumbers(id), more: undefined },
});
const randomNumbers = (seed: number) =>
  Array.from({ length: 120 }, (_, at) => Math.imul(seed * 99_991 + at, 2_654_435_761));
const entry = { executionArn: 'arn:a', forgotten: [], redriveCount: 0 };
const fiber = (lastEventId: number) => ({
  ...{ path: '', stateName: 'A', stateType: 'Task', input: null, variables: {}, lastEventId, enteredEventId: 1 },
  ...{ enteredAt: 1, eventBeforeState: 1, attempts: [], retryCount: 0 },
});

interface Files {
  readonly main: Buffer;
  readonly log: Buffer;
}
const files = (): Files => ({ main: readFileSync(file), log: readFileSync(`${file}-wal`) });

/** A journal with an execution whose second event is the last write, and its files before and after that. */
async function written(): Promise<{ readonly before: Files; readonly after: Files }> {
  openSqliteJournal(file).close();
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = DELETE; PRAGMA page_size = ${sector}; VACUUM;`);
  database.close();
  const journal = openSqliteJournal(file);
  const start = {
    ...{ executionArn: 'arn:a', name: 'a', stateMachineArn: 'm', roleArn: 'r', type: 'STANDARD' as const },
    ...{ input: {}, startedAt: 1, seed: 1, definition: {} },
  };
  await journal.append({ ...entry, start, events: [event(1)], fibers: [fiber(1)] });
  const before = files();
  await journal.append({ ...entry, events: [event(2)], fibers: [fiber(2)] });
  const after = files();
  journal.close();
  return { before, after };
}

/** What a journal of these files has: the last event of the execution, which must be where it stands too. */
function lastEventIn({ main, log }: Files): number {
  writeFileSync(copy, main);
  writeFileSync(`${copy}-wal`, log);
  rmSync(`${copy}-shm`, { force: true });
  // Closed last, it takes the log in without a sync: a copy is for nobody.
  const unsynced = new DatabaseSync(copy);
  unsynced.exec('PRAGMA synchronous = OFF; SELECT * FROM execution;');
  const journal = openSqliteJournal(copy);
  const { events = [], fibers = [] } = journal.read('arn:a') ?? {};
  journal.close();
  unsynced.close();
  expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => at + 1));
  expect(fibers.map(({ lastEventId }) => lastEventId)).toEqual([events.length]);
  return events.length;
}

describe('a power cut', async () => {
  const { before, after } = await written();
  const [from, to] = [before.log.length, after.log.length];

  it('at any byte of the last write leaves what was durable before it', () => {
    expect(after.main.equals(before.main)).toBe(true);
    expect(to - from).toBeGreaterThan(4 * sector);
    for (let cut = from; cut < to; cut++)
      expect(lastEventIn({ main: after.main, log: after.log.subarray(0, cut) }), `cut at ${cut}`).toBe(1);
    expect(lastEventIn(after)).toBe(2);
  });

  it('that lost any sector of the last write, and not the later ones, does too', () => {
    for (let at = Math.ceil(from / sector) * sector; at < to; at += sector) {
      const log = Buffer.from(after.log).fill(0, at, Math.min(at + sector, to));
      expect(lastEventIn({ main: after.main, log }), `lost at ${at}`).toBe(1);
    }
  });

  it('while the log is taken in leaves everything', () => {
    writeFileSync(copy, after.main);
    writeFileSync(`${copy}-wal`, after.log);
    openSqliteJournal(copy).close();
    const whole = readFileSync(copy);
    expect(whole.equals(after.main)).toBe(false);
    for (let cut = 0; cut <= whole.length; cut += sector) {
      const main = Buffer.concat([whole.subarray(0, cut), after.main.subarray(cut)]);
      expect(lastEventIn({ main, log: after.log }), `cut at ${cut}`).toBe(2);
    }
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.ts';

const directory = mkdtempSync(join(tmpdir(), 'group-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

/** Writes numbers into a file, whose syncs end when they are told to. */
function begin() {
  const file = join(directory, `${files++}.sqlite`);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE number (value INTEGER PRIMARY KEY)');
  const syncs: PromiseWithResolvers<void>[] = [];
  const commits = new GroupCommit(database, () => {
    const sync = Promise.withResolvers<void>();
    syncs.push(sync);
    return sync.promise;
  });
  const durable: number[] = [];
  const add = (...values: readonly number[]) => {
    const settled = commits.write(() => {
      for (const value of values) database.prepare('INSERT INTO number VALUES (?)').run(value);
    });
    void settled.then(() => durable.push(...values)).catch(() => undefined);
    return settled;
  };
  /** What another process sees, and so what a killed one leaves. */
  const committed = () => {
    const other = new DatabaseSync(file, { readOnly: true });
    const rows = other.prepare('SELECT value FROM number ORDER BY value').all();
    other.close();
    return rows.map(({ value }) => Number(value));
  };
  return { commits, add, syncs, durable, committed };
}

const turn = () => new Promise(setImmediate);

describe(GroupCommit, () => {
  it('commits together what is written at a moment, and says that it is durable when the disk has it', async () => {
    const { commits, add, syncs, durable, committed } = begin();
    void add(1);
    void add(2);
    expect([committed(), syncs.length]).toEqual([[], 0]);
    await turn();
    expect([committed(), syncs.length, durable]).toEqual([[1, 2], 1, []]);
    expect(commits.pending).toBeInstanceOf(Promise);
    syncs[0]?.resolve();
    await commits.pending;
    expect([durable, commits.pending]).toEqual([[1, 2], undefined]);
  });

  it('joins all that is written during a sync to the next group', async () => {
    const { add, syncs, durable, committed } = begin();
    void add(1);
    await turn();
    void add(2);
    await turn();
    void add(3);
    await turn();
    expect([committed(), syncs.length]).toEqual([[1], 1]);
    syncs[0]?.resolve();
    await turn();
    expect([committed(), syncs.length, durable]).toEqual([[1, 2, 3], 2, [1]]);
    syncs[1]?.resolve();
    await turn();
    expect(durable).toEqual([1, 2, 3]);
  });

  it('never says that a later group is durable before an earlier one, also where that was ended early', async () => {
    const { commits, add, syncs, durable } = begin();
    void add(1);
    commits.commit();
    void add(2);
    commits.commit();
    await turn();
    expect(syncs.length).toBe(1);
    syncs[0]?.resolve();
    await turn();
    expect([durable, syncs.length]).toEqual([[1], 2]);
    syncs[1]?.resolve();
    await turn();
    expect(durable).toEqual([1, 2]);
  });

  it('takes back the work that throws, and no other of its group', async () => {
    const { add, committed } = begin();
    void add(1);
    expect(() => add(2, 1)).toThrow('UNIQUE');
    void add(3);
    await turn();
    expect(committed()).toEqual([1, 3]);
  });

  it('writes nothing more once something could not be made durable', async () => {
    const { add, syncs, committed } = begin();
    const first = add(1);
    await turn();
    const second = add(2);
    syncs[0]?.reject(new Error('the disk is gone'));
    await expect(first).rejects.toThrow('the disk is gone');
    await expect(second).rejects.toThrow('the disk is gone');
    expect(() => add(3)).toThrow('the disk is gone');
    expect(committed()).toEqual([1]);
  });
});

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryJournal, type ExecutionJournal } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { journalExecution } from '../../test/journaled.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type DeskIndex, deskIndex } from './desk-index.ts';
import { searchDesk } from './search-desk.ts';

const namesIn = (index: DeskIndex) =>
  searchDesk(index.store(), {}, { limit: 1_000 }).hits.map(({ name, status }) => `${name} ${status}`);

/** Until nothing is behind, however slow the machine is. */
async function settled(index: DeskIndex): Promise<DeskIndex> {
  index.store();
  while (index.progress()) await new Promise((resolve) => setImmediate(resolve));
  return index;
}

/** A journal that counts which executions are read. */
function counted(journal: ExecutionJournal) {
  const reads: string[] = [];
  const describe: ExecutionJournal['describe'] = (arn) => {
    reads.push(arn);
    return journal.describe(arn);
  };
  return { reads, journal: { ...journal, describe } };
}

describe(deskIndex, () => {
  it('reads nothing before it is asked, and then what was there before', async () => {
    const { journal, reads } = counted(createMemoryJournal());
    journalExecution(journal, { name: 'a' });
    const index = deskIndex(journal);
    journalExecution(index.journal, { name: 'b', status: 'RUNNING' });
    expect(reads).toEqual([]);
    expect(namesIn(await settled(index))).toEqual(['b RUNNING', 'a SUCCEEDED']);
  });

  it('answers while it reads a long journal, and says how much is left', async () => {
    const journal = createMemoryJournal();
    for (let number = 0; number < 450; number++) journalExecution(journal, { name: `n${number}` });
    const index = deskIndex(journal);
    const first = namesIn(index);
    expect(first.length).toBeLessThan(450);
    expect(first[0]).toBe('n449 SUCCEEDED');
    expect(index.progress()).toEqual({ done: expect.any(Number), left: expect.any(Number) });
    expect(namesIn(await settled(index))).toHaveLength(450);
  });

  it('follows what is written while it is open: starts, ends, redrives, and a name that is used again', async () => {
    const index = await settled(deskIndex(createMemoryJournal()));
    const arn = journalExecution(index.journal, { name: 'a', status: 'RUNNING' });
    expect(namesIn(index)).toEqual(['a RUNNING']);
    index.journal.append({
      ...{ executionArn: arn, events: [], fibers: [], forgotten: [], redriveCount: 0 },
      end: { status: 'FAILED', stoppedAt: 5 },
    });
    expect(namesIn(index)).toEqual(['a FAILED']);
    index.journal.append({ executionArn: arn, events: [], fibers: [], forgotten: [], redriveCount: 1 });
    expect(namesIn(index)).toEqual(['a RUNNING']);
    journalExecution(index.journal, { name: 'b' });
    journalExecution(index.journal, { name: 'a' });
    expect(namesIn(index)).toEqual(['a SUCCEEDED', 'b SUCCEEDED']);
  });

  it('reads again only what has changed since it was open last: new ones, what ran, what was redriven', async () => {
    const { journal, reads } = counted(createMemoryJournal());
    const file = join(temporaryFolder(), 'desk.sqlite');
    const open = () => deskIndex(journal, { openFile: () => file });
    for (let number = 0; number < 150; number++) journalExecution(journal, { name: `old${number}` });
    const redriven = journalExecution(journal, { name: 'redriven', status: 'FAILED' });
    const ran = journalExecution(journal, { name: 'ran', status: 'RUNNING' });
    (await settled(open())).close();

    const nothing = { events: [], fibers: [], forgotten: [] };
    const end = { status: 'SUCCEEDED', stoppedAt: 9 } as const;
    journal.append({ ...nothing, executionArn: redriven, redriveCount: 1, end });
    journal.append({ ...nothing, executionArn: ran, redriveCount: 0, end });
    const fresh = journalExecution(journal, { name: 'new' });
    reads.length = 0;
    const index = await settled(open());
    expect(namesIn(index).slice(0, 3)).toEqual(['new SUCCEEDED', 'ran SUCCEEDED', 'redriven SUCCEEDED']);
    expect(new Set(reads)).toEqual(new Set([fresh, ran, redriven]));
    index.close();
  });

  it('goes on with a first reading that broke off', async () => {
    const journal = createMemoryJournal();
    const openFile = () => file;
    const file = join(temporaryFolder(), 'desk.sqlite');
    for (let number = 0; number < 300; number++) journalExecution(journal, { name: `n${number}` });
    const broken = deskIndex(journal, { openFile });
    broken.store();
    broken.close();
    const index = await settled(deskIndex(journal, { openFile }));
    expect(namesIn(index)).toHaveLength(300);
    index.close();
  });

  it.each([
    ['no database', 'not SQLite at all, but longer than a header of it is'.repeat(40)],
    ['empty', ''],
  ])('is made anew from the journal where its file is %s', async (_, content) => {
    const file = join(temporaryFolder(), 'desk.sqlite');
    writeFileSync(file, content);
    const journal = createMemoryJournal();
    journalExecution(journal, { name: 'a' });
    const index = await settled(deskIndex(journal, { openFile: () => file }));
    expect(namesIn(index)).toEqual(['a SUCCEEDED']);
    index.close();
    expect(statSync(file).size).toBeGreaterThan(1_000);
  });
});

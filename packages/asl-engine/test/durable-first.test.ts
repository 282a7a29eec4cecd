import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createActivityPool,
  createVirtualClock,
  execute,
  type JournaledExecution,
  parseDefinition,
} from '../src/index.ts';
import { openSqliteJournal } from '../src/journal-sqlite.ts';

const directory = mkdtempSync(join(tmpdir(), 'durable-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

/** A journal, and what a process would find that was killed now and began again. */
function begin() {
  const file = join(directory, `${files++}.sqlite`);
  const journal = openSqliteJournal(file);
  const left = (executionArn: string): JournaledExecution | undefined => {
    const copy = join(directory, `${files++}.sqlite`);
    for (const companion of ['', '-wal']) copyFileSync(file + companion, copy + companion);
    const found = openSqliteJournal(copy);
    try {
      return found.read(executionArn);
    } finally {
      found.close();
    }
  };
  return { journal, left };
}

const task = (name: string, rest: object) => ({
  ...{ Type: 'Task', Resource: `arn:aws:lambda:eu-west-1:111122223333:function:${name}`, ...rest },
});
const definition = parseDefinition({
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: {
    First: task('first', { Next: 'Later' }),
    Later: { Type: 'Wait', Seconds: 5, Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: ['left', 'right'].map((name) => ({ StartAt: name, States: { [name]: task(name, { End: true }) } })),
      Next: 'Worker',
    },
    Worker: { Type: 'Task', Resource: 'arn:aws:states:eu-west-1:111122223333:activity:work', End: true },
  },
});

describe('what the world sees of an execution', () => {
  it('is in its journal before: each call, each task of a worker, and its end, on a virtual clock too', async () => {
    const { journal, left } = begin();
    const activities = createActivityPool();
    const calls: { readonly name: string; readonly known: boolean }[] = [];
    const execution = execute(definition, {
      journal,
      activities,
      clock: createVirtualClock(),
      name: 'one',
      async invokeLambda({ functionName, executionArn }) {
        const scheduled = left(executionArn)?.events.filter(({ type }) => type === 'LambdaFunctionScheduled') ?? [];
        calls.push({ name: functionName.replace(/^.*:/, ''), known: scheduled.length > calls.length });
        return { payload: {} };
      },
    });
    await journal.pending?.();
    expect(left(execution.executionArn)?.start.name).toBe('one');
    const work = await activities.next('arn:aws:states:eu-west-1:111122223333:activity:work', 'me');
    expect(left(execution.executionArn)?.events.at(-1)?.type).toBe('ActivityStarted');
    execution.sendTaskSuccess(work.taskToken, {});
    const { status } = await execution.result;
    expect([status, left(execution.executionArn)?.end?.status]).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(calls).toEqual(['first', 'left', 'right'].map((name) => ({ name, known: true })));
    journal.close();
  });

  it('is in its journal before, where it is stopped', async () => {
    const { journal, left } = begin();
    const waits = parseDefinition({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 900, End: true } } });
    const { executionArn, stop, result } = execute(waits, { journal });
    stop({ error: 'Enough' });
    await result;
    expect(left(executionArn)?.end).toMatchObject({ status: 'ABORTED', error: 'Enough' });
    journal.close();
  });
});

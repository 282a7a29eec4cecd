import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testSeed } from '@order-workflow/toolchain/test-seed';
import { afterAll, describe, expect, it } from 'vitest';
import { toHistoryEvent } from '../src/history/event-record.ts';
import type { JournaledExecution } from '../src/index.ts';
import { openSqliteJournal } from '../src/journal-sqlite.ts';
import { mulberry32 } from '../src/random/random-source.ts';
import { expectedOutput } from './kill/definition.ts';

/** How many processes are killed; `pnpm test:long` kills 30. */
const kills = Number(process.env['KILLS'] ?? 3);
const ordersPerFile = 3;

const child = fileURLToPath(new URL('./kill/child.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'kill-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Runs the child until it is done, or kills it so many milliseconds after it is ready. */
function live(journal: string, log: string, killAfter: number | undefined): Promise<'killed' | 'done'> {
  return new Promise((resolve, reject) => {
    const process = spawn('node', [child, journal, log, String(ordersPerFile)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.stdout.on('data', (text: Buffer) => {
      if (killAfter === undefined || !text.toString().includes('ready')) return;
      setTimeout(() => process.kill('SIGKILL'), killAfter);
    });
    process.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('done');
      else reject(new Error(`the child ended with ${code}`));
    });
  });
}

function readJournal(file: string): JournaledExecution[] {
  const journal = openSqliteJournal(file);
  const names = Array.from(
    { length: ordersPerFile },
    (_, order) => `arn:aws:states:us-east-1:000000000000:execution:StateMachine:order-${order}`,
  );
  const found = names.map((arn) => journal.read(arn)).filter((execution) => execution !== undefined);
  journal.close();
  return found;
}

interface LogLine {
  readonly execution: string;
  readonly step: string;
  /** Says that the task ended a while ago; absent on the line of its beginning. */
  readonly endedBefore?: true;
}

const readLog = (log: string): LogLine[] => {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  return lines.filter(Boolean).map((line) => JSON.parse(line));
};

const nameOf = ({ execution, step }: LogLine) => `${execution} ${step}`;

/** The tasks whose end the journal has: they may not run again. */
function finishedInJournal(journal: string): string[] {
  return readJournal(journal).flatMap(({ start, events }) =>
    events
      .filter(({ type }) => type === 'LambdaFunctionSucceeded')
      .map(({ value }) => nameOf({ execution: start.name, step: (value as { did: string }).did })),
  );
}

/** The tasks that ended in this life a while before it did: the journal must have taken them in. */
function endedLongBefore(life: readonly LogLine[]): string[] {
  return life.filter(({ endedBefore }) => endedBefore).map(nameOf);
}

describe('kill -9 and restart', () => {
  it(`loses nothing and repeats no finished state at ${kills} random points (TEST_SEED=${testSeed})`, {
    timeout: 600_000,
  }, async () => {
    const random = mulberry32(testSeed);
    let killed = 0;
    for (let file = 0; killed < kills; file++) {
      const journal = join(directory, `journal-${file}.sqlite`);
      const log = join(directory, `log-${file}.jsonl`);
      const finished = new Set<string>();
      for (let life = 0; ; life++) {
        const linesBefore = readLog(log).length;
        // The later lives are let run, so that every file comes to its end.
        const ended = await live(
          journal,
          log,
          life < 12 && killed < kills ? Math.floor(random() ** 2 * 300) : undefined,
        );
        const lines = readLog(log).slice(linesBefore);
        expect(lines.filter((line) => !line.endedBefore && finished.has(nameOf(line)))).toEqual([]);
        for (const task of [...finishedInJournal(journal), ...endedLongBefore(lines)]) finished.add(task);
        if (ended === 'done') break;
        killed++;
      }
      expectAllWell(readJournal(journal));
    }
  });
});

function expectAllWell(executions: readonly JournaledExecution[]): void {
  expect(executions).toHaveLength(ordersPerFile);
  for (const [order, { end, events }] of executions.entries()) {
    expect(end).toMatchObject({ status: 'SUCCEEDED', output: expectedOutput(order) });
    const history = events.map(toHistoryEvent);
    expect(history.map(({ id }) => id)).toEqual(history.map((_, index) => index + 1));
    const count = (type: string) => history.filter((event) => event.type === type).length;
    expect({ entered: count('TaskStateEntered'), exited: count('TaskStateExited') }).toEqual({
      entered: 10,
      exited: 10,
    });
    expect([
      count('ExecutionStarted'),
      count('ExecutionSucceeded'),
      count('MapIterationStarted'),
      count('WaitStateExited'),
    ]).toEqual([1, 1, 4, 1]);
  }
}

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as engine from '../src/index.ts';
import { openSqliteJournal } from '../src/journal-sqlite.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<unknown>;

describe('the README', () => {
  it('shows an example that runs', async () => {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    const body = `${code.replaceAll(/import (\{[^}]*\}) from.*$/gm, 'const $1 = engine;')}\nreturn { status, output };`;
    const told: unknown[][] = [];
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    const result = await new AsyncFunction('engine', 'console', body)(
      { ...engine, openSqliteJournal: (file: string) => openSqliteJournal(join(folder, file)) },
      { log: (...words: unknown[]) => told.push(words) },
    );
    expect(result).toEqual({ status: 'SUCCEEDED', output: { charged: { amount: 3998 } } });
    expect(told.at(-2)).toEqual([7, 'ExecutionSucceeded']);
    expect(openSqliteJournal(join(folder, 'executions.sqlite')).page({ limit: 2 })).toHaveLength(1);
  });

  it('names only what the package exports', () => {
    const named = [...readme.matchAll(/^\| `([a-zA-Z]+)/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect(engine).toHaveProperty(String(name));
  });
});

describe('the package', () => {
  it('exports what it exports: a change here is a change for those who use it', () => {
    expect(Object.keys(engine).toSorted()).toMatchInlineSnapshot(`
      [
        "DefinitionInvalid",
        "ExecutionNotRedrivable",
        "JournalUnreadable",
        "TaskFailure",
        "TaskTimedOut",
        "createActivityPool",
        "createMemoryJournal",
        "createVirtualClock",
        "execute",
        "executionArnOfToken",
        "nestedExecutions",
        "parseDefinition",
        "readExecution",
        "readHistory",
        "realClock",
        "redrive",
        "resumeExecutions",
        "whyNotRedrivable",
        "withoutData",
      ]
    `);
  });
});

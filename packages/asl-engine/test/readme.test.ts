import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as engine from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<unknown>;

describe('the README', () => {
  it('shows an example that runs', async () => {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    const [, names = ''] = /import (\{[^}]*\}) from/.exec(code) ?? [];
    const body = `const ${names} = engine;\n${code.replace(/^import.*$/m, '')}\nreturn { status, output };`;
    const told: string[] = [];
    const text = JSON.stringify({
      StartAt: 'A',
      States: {
        A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:000000000000:function:a', ResultPath: '$.a', Next: 'B' },
        B: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', ResultPath: '$.b', End: true },
      },
    });
    const handlers = { 'arn:aws:lambda:us-east-1:000000000000:function:a': () => 1 };
    const console = { log: (_: number, type: string) => told.push(type) };
    const result = await new AsyncFunction('engine', 'text', 'handlers', 'send', 'console', body)(
      engine,
      text,
      handlers,
      () => 'sent',
      console,
    );
    expect(result).toEqual({ status: 'SUCCEEDED', output: { orderId: '12345', a: 1, b: 'sent' } });
    expect(told.at(-1)).toBe('ExecutionSucceeded');
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
      ]
    `);
  });
});

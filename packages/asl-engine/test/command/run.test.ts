import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/command/main.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const cli = here('../../src/cli.ts');
const functions = here('functions');
const folder = mkdtempSync(join(tmpdir(), 'asl-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a process of its own, as a user would. */
async function spawnAsl(...args: readonly string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { exitCode, stdout, stderr };
}

/** In this process, which has loaded it already. */
async function asl(...args: readonly string[]) {
  const [stdout, stderr] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  const lines = (spy: typeof stdout | typeof stderr) => spy.mock.calls.map(([line]) => `${line}\n`).join('');
  for (const spy of [stdout, stderr]) spy.mockImplementation(() => {});
  try {
    const exitCode = await main(args);
    return { exitCode, stdout: lines(stdout), stderr: lines(stderr) };
  } finally {
    for (const spy of [stdout, stderr]) spy.mockRestore();
  }
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A machine of one task that calls a function, and leaves what it answered. */
function calling(FunctionName: string, more: object = {}): string {
  const task = {
    ...{ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true },
    ...{ Arguments: { FunctionName, Payload: '{% $states.input %}' }, Output: '{% $states.result.Payload %}' },
    ...more,
  };
  return file('machine.asl.json', { QueryLanguage: 'JSONata', StartAt: 'Charge', States: { Charge: task } });
}

const Retry = [{ ErrorEquals: ['GatewayUnavailable'], IntervalSeconds: 3600, MaxAttempts: 2, BackoffRate: 2 }];

describe('asl-engine run', () => {
  it('prints the history of a definition that calls functions of a folder, a line each event, and lets waits pass', async () => {
    const input = file('order.json', { amount: 5 });
    const run = await spawnAsl(
      'run',
      calling('ChargeFunction', { Retry }),
      '--input',
      input,
      '--functions',
      functions,
      '--fast-forward',
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatchInlineSnapshot(`
      "  1     0.0 s  ExecutionStarted                            {"amount":5}
        2     0.0 s  TaskStateEntered    Charge                  {"amount":5}
        3     0.0 s  TaskScheduled       ChargeFunction          {"amount":5}
        4     0.0 s  TaskStarted
        5     0.0 s  TaskFailed          GatewayUnavailable      call 1 to ChargeFunction
        6  3600.0 s  TaskScheduled       ChargeFunction          {"amount":5}
        7  3600.0 s  TaskStarted
        8  3600.0 s  TaskFailed          GatewayUnavailable      call 2 to ChargeFunction
        9  10800.0 s  TaskScheduled       ChargeFunction          {"amount":5}
       10  10800.0 s  TaskStarted
       11  10800.0 s  TaskSucceeded                               {"charged":5}
       12  10800.0 s  TaskStateExited     Charge                  {"charged":5}
       13  10800.0 s  ExecutionSucceeded                          {"charged":5}

      SUCCEEDED
      { "charged": 5 }
      "
    `);
  });

  it.each(['123456789012:function:BusyFunction', 'arn:aws:lambda:eu-west-1:123456789012:function:BusyFunction:live'])(
    'calls the function that an ARN names: %s',
    async (name) => {
      const { stdout } = await asl('run', calling(name), '--functions', functions, '--json');
      expect(JSON.parse(stdout)).toMatchObject({
        status: 'FAILED',
        error: 'GatewayUnavailable',
        cause: '{"errorType":"GatewayUnavailable","errorMessage":"busy in BusyFunction","trace":[]}',
        events: expect.arrayContaining([expect.objectContaining({ type: 'TaskFailed' })]),
      });
    },
  );

  it.each([
    { name: 'RefuseFunction', error: 'PaymentDeclined' },
    { name: 'NoFunction', error: 'Lambda.ResourceNotFoundException' },
    { name: '../run.test', error: 'Lambda.ResourceNotFoundException' },
    { name: 'NamelessFunction', error: 'Runtime.HandlerNotFound' },
  ])('ends with 1 and says why when $name fails with $error', async ({ name, error }) => {
    const { exitCode, stdout } = await asl('run', calling(name), '--functions', functions);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`FAILED\nerror: ${error}\ncause: `);
  });

  it.each([[['--help']], [['run', '--help']], [['serve', '--port', '0', '--help']]])(
    'prints its usage, with each option that is read, and runs nothing: %j',
    async (args) => {
      const { exitCode, stdout } = await asl(...args);
      expect(exitCode).toBe(0);
      for (const command of ['run', 'serve']) {
        const source = readFileSync(here(`../../src/command/${command}-command.ts`), 'utf8');
        const options = [...source.matchAll(/\b([a-z-]+)'?: \{ type: '(?:string|boolean)'/g)].map(
          ([, name]) => `--${name}`,
        );
        expect(options).not.toEqual([]);
        for (const option of options) expect(stdout).toContain(option);
      }
    },
  );

  it('ends its process with the code that it has', async () => {
    expect(await spawnAsl('walk')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it.each([
    {
      args: ['run', file('none.json', {})],
      says: /AWS would refuse .*none\.json:\n {2}These fields are required: \[States, StartAt\]/,
    },
    { args: ['run', join(folder, 'nowhere.json')], says: /definition .*nowhere\.json cannot be read/ },
    {
      args: ['run', calling('ChargeFunction'), '--input', file('half.json', '{')],
      says: /--input .*half\.json is not JSON/,
    },
    { args: ['run', calling('ChargeFunction'), '--functions', folder.concat('-no')], says: /there is no such folder/ },
    { args: ['run'], says: /expected one definition/ },
    { args: ['run', '--slow'], says: /'--slow'.*\n\nusage:/s },
    { args: ['walk'], says: /there is no command walk\n\nusage:/ },
    { args: ['serve', '--account', '1'], says: /--account 1: expected twelve digits/ },
    { args: ['serve', '--endpoint', 'http://192.0.2.1'], says: /not on this machine/ },
  ])('ends with 2 and says what is wrong: $says', async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await asl(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});

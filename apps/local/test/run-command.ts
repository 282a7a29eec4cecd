import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runOrderProgram } from '../src/cli/run-order-program.ts';

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const orderBin = fileURLToPath(new URL('../bin/order.mjs', import.meta.url));
export const nodeFlags = ['--conditions=@order-workflow/source'];

/** What a command is kept from. */
interface Bounds {
  /** Runs it as this user, which only root can. */
  readonly user?: number | undefined;
  /** The largest file that it can write, in the shell's blocks (`ulimit -f`). */
  readonly mostBlocks?: number;
}

/** Starts `order` in a data folder; it can be interrupted, and says when a text has stood in what it wrote. */
export function startOrder(args: readonly string[], folder: string, { user, mostBlocks }: Bounds = {}) {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const command = [process.execPath, ...nodeFlags, orderBin, ...args];
  const bounded = ['sh', '-c', `ulimit -f ${mostBlocks}; exec "$@"`, 'sh', ...command];
  const [file = '', ...rest] = mostBlocks === undefined ? command : bounded;
  const child = spawn(file, rest, {
    env: { ...inherited, ORDER_WORKFLOW_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user !== undefined && { uid: user, gid: user }),
  });
  let written = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
      for (const listen of listeners) listen();
    });
  const ended = new Promise<{ exitCode: number | null; written: string }>((resolve) =>
    child.on('close', (exitCode) => resolve({ exitCode, written })),
  );
  return {
    pid: child.pid ?? 0,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    ended,
    /** All that it has written up to now, on either stream. */
    written: () => written,
    /** Resolves once this has been written, on either stream. */
    async wrote(expected: string): Promise<void> {
      while (!written.includes(expected)) {
        const more = new Promise<void>((resolve) => listeners.add(resolve));
        if ((await Promise.race([more, ended])) !== undefined && !written.includes(expected))
          throw new Error(`"${expected}" was never written, but: ${written}`);
      }
    },
  };
}

/**
 * Runs `order` as a user would, in a process of its own, with this on its standard input. It keeps what happens in a
 * folder that is gone afterwards, unless the environment names one. One test a command does: what a command says and
 * does is tested by `runOrder`.
 */
export async function spawnOrder(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): Promise<CommandRun> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'order-workflow-'));
  const child = spawn(process.execPath, [...nodeFlags, orderBin, ...args], {
    env: { ...inherited, ORDER_WORKFLOW_DATA: folder, ...env },
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  rmSync(folder, { recursive: true });
  return { exitCode, stdout, stderr };
}

let lastRun: Promise<unknown> = Promise.resolve();

/** As `spawnOrder`, in this process, which has loaded the program already. Commands run one after the other. At a terminal, `input` is typed. */
export function runOrder(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
  { atTerminal = false } = {},
): Promise<CommandRun> {
  const run = lastRun.then(() => runHere(args, input, env, atTerminal));
  lastRun = run.catch(() => undefined);
  return run;
}

async function runHere(
  args: readonly string[],
  input: string,
  given: NodeJS.ProcessEnv,
  isTTY: boolean,
): Promise<CommandRun> {
  const folder = mkdtempSync(join(tmpdir(), 'order-workflow-'));
  const env: NodeJS.ProcessEnv = { TZ: 'UTC', FORCE_COLOR: undefined, ORDER_WORKFLOW_DATA: folder, ...given };
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]));
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');
  const [stdout, stderr] = [catchOutput(process.stdout), catchOutput(process.stderr)];
  setEnvironment(env);
  const typed = Object.assign(Readable.from([Buffer.from(input)]), { isTTY });
  Object.defineProperty(process, 'stdin', { configurable: true, value: typed });
  const outside = process.stdout.isTTY;
  process.stdout.isTTY = isTTY;
  try {
    const exitCode = await runOrderProgram(args);
    return { exitCode, stdout: stdout.written(), stderr: stderr.written() };
  } finally {
    for (const caught of [stdout, stderr]) caught.letGo();
    process.stdout.isTTY = outside;
    setEnvironment(before);
    if (stdin) Object.defineProperty(process, 'stdin', stdin);
    rmSync(folder, { recursive: true });
  }
}

function setEnvironment(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}

function catchOutput(stream: NodeJS.WriteStream) {
  const { write } = stream;
  let written = '';
  stream.write = (chunk: string | Uint8Array) => {
    written += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    written: () => written,
    letGo() {
      stream.write = write;
    },
  };
}

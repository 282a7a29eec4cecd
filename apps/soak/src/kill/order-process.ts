import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../local/bin/order.mjs', import.meta.url));

/** When a process is killed: after it has begun so many invocations of functions, and so many milliseconds more. */
export interface KillMoment {
  readonly invocations: number;
  readonly milliseconds: number;
}

export interface Life {
  readonly ended: 'killed' | 'by itself';
  readonly stdout: string;
}

/**
 * Runs the command line in a process of its own, as a user does, and kills it (SIGKILL) at a moment, if one is given, unless
 * it has ended by then.
 *
 * @throws Error when it ended by itself, and not because its orders had
 */
export async function runOrderProcess(args: readonly string[], input: string, kill?: KillMoment): Promise<Life> {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--conditions=@order-workflow/source', script, ...args], { env });
  const exited = new Promise<Pick<typeof child, 'exitCode' | 'signalCode'>>((done, failed) =>
    child.on('error', failed).on('exit', (exitCode, signalCode) => done({ exitCode, signalCode })),
  );
  // Who is killed does not read on.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const noLonger = new AbortController();
  void exited.then(() => noLonger.abort());
  if (kill) {
    void begun(child.stderr, kill.invocations)
      .then(() => wait(kill.milliseconds, undefined, { signal: noLonger.signal }))
      .then(() => child.kill('SIGKILL'))
      .catch(() => undefined);
  }
  const [stdout, stderr, { exitCode, signalCode }] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    exited,
  ]);
  if (signalCode === 'SIGKILL') return { ended: 'killed', stdout };
  // 1: an execution stands where a person must act.
  if (exitCode === 0 || exitCode === 1) return { ended: 'by itself', stdout };
  throw new Error(`order ${args.join(' ')} ended with ${exitCode ?? signalCode}:\n${stderr}`);
}

/** Resolves when functions have been invoked so many times, as their logs tell. */
function begun(log: NodeJS.ReadableStream, invocations: number): Promise<void> {
  if (invocations === 0) return Promise.resolve();
  let seen = 0;
  return new Promise((enough) => {
    log.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('START RequestId').length - 1;
      if (seen >= invocations) enough();
    });
  });
}

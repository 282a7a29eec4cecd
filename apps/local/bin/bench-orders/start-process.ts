import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

export interface StartedProcess {
  readonly id: number;
  /** What it wrote up to where it was ready. */
  readonly written: string;
  /** Ends it by a signal, and waits until it has; may be called twice. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a process and waits until what it writes says that it is ready. Throws what it wrote when it ends before. */
export async function startProcess(
  command: string,
  given: readonly string[],
  ready: RegExp,
  options: SpawnOptions = {},
): Promise<StartedProcess> {
  const child: ChildProcess = spawn(command, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  endWithUs(child);
  let written = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      // Once it is ready, what it writes is read and dropped: a full pipe would stop it.
      if (ready.test(written)) return;
      written += chunk.toString();
      if (ready.test(written)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${command} ended before it was ready: ${written}`)));
  });
  return {
    id: Number(child.pid),
    written,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}

/** A signal ends this process without an `exit` unless somebody listens to it; the exit code is by convention 128 and its number. */
function endWithUs(child: ChildProcess): void {
  const kill = (): void => void child.kill();
  const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
  const leave = (signal: (typeof signals)[number]): never => process.exit(128 + constants.signals[signal]);
  process.once('exit', kill);
  for (const signal of signals) process.once(signal, leave);
  child.once('exit', () => {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, leave);
  });
}

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

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
  const endWithUs = (): void => void child.kill();
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
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

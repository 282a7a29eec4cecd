import { spawn } from 'node:child_process';
import { atExit } from './at-exit.ts';

/** What a process left. */
export interface ProcessRun {
  /** Null when it was ended because its time was up. */
  readonly exitCode: number | null;
  /** What it wrote to standard output and to standard error, in the order in which it came. */
  readonly text: string;
}

/** Runs Node in a folder, with all that it starts, for so many milliseconds at most. */
export function runNode(
  args: readonly string[],
  cwd: string,
  atMostMs: number,
  variables: Readonly<Record<string, string>> = {},
): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR: _, ...inherited } = process.env;
    const env = { ...inherited, NO_COLOR: '1', TZ: 'UTC', CDK_DISABLE_CLI_TELEMETRY: 'true', ...variables };
    // In a group of its own, so that its workers end with it.
    const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const written: Buffer[] = [];
    let late = false;
    const endGroup = () => {
      if (child.pid !== undefined) endProcessGroup(child.pid);
    };
    const timer = setTimeout(() => {
      late = true;
      endGroup();
    }, atMostMs);
    const ended = atExit(endGroup);
    child.stdout.on('data', (chunk: Buffer) => written.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => written.push(chunk));
    child.on('error', reject).on('close', (code) => {
      clearTimeout(timer);
      ended();
      resolve({ exitCode: late ? null : code, text: Buffer.concat(written).toString() });
    });
  });
}

function endProcessGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (problem) {
    // It has ended already.
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}

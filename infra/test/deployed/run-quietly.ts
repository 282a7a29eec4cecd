import { spawn } from 'node:child_process';

/** A program did not succeed. The message ends with what it last wrote. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

export interface QuietCommand {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Exit codes that are as expected; 0 alone unless given. */
  readonly expected?: readonly number[];
}

/** What a program wrote. */
export interface Written {
  readonly stdout: string;
  /** Standard output and error, as they came. */
  readonly all: string;
}

/**
 * Runs a program without showing what it writes.
 *
 * @throws CommandFailed when it ends with another exit code than expected
 */
export function runQuietly(command: string, args: readonly string[], options: QuietCommand): Promise<Written> {
  const { cwd, env, expected = [0] } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: string[] = [];
    const all: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text) && all.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => all.push(text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== null && expected.includes(code)) return resolve({ stdout: out.join(''), all: all.join('') });
      const last = all.join('').trimEnd().split('\n').slice(-40).join('\n');
      reject(new CommandFailed(`${[command, ...args].join(' ')} ended with ${code}:\n${last}`));
    });
  });
}

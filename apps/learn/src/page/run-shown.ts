import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a command printed, and how it ended. */
export interface ShownRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunSettings {
  /** Beside the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** What the command builds before it begins is built already. */
  readonly isBuilt?: boolean;
}

/**
 * Runs a command of a page as `pnpm` would, in the repository's folder: the root's script of that name, which has to be one of
 * Node's. Throws TypeError when it is none.
 */
export async function runShown(
  command: string,
  repository: string,
  { env = {}, isBuilt = false }: RunSettings = {},
): Promise<ShownRun> {
  const [pnpm, script = '', ...args] = command.split(' ').filter((word) => word !== '--silent');
  const { scripts } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8'));
  const line = String(scripts[script]).replace('pnpm --silent ready && ', '');
  const [node, ...rest] = (isBuilt ? line.replace('/build-and-order.mjs', '/order.mjs') : line).split(' ');
  if (pnpm !== 'pnpm' || node !== 'node') throw new TypeError(`"${command}" is no script of Node's in package.json`);
  return new Promise((resolve, reject) => {
    const settings = { cwd: repository, env: { ...process.env, ...env }, maxBuffer: 1e9 };
    execFile(process.execPath, [...rest, ...args], settings, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** Commands that print the same each time they are run: a page shows all of it. */
export function isExact(command: string): boolean {
  return command.startsWith('pnpm asl run ');
}

/** Runs such a command. Waits pass at once, and nothing depends on how fast the machine is. */
export function runExactly(command: string, repository: string): Promise<ShownRun> {
  return runShown(command.includes('--fast-forward') ? command : `${command} --fast-forward`, repository);
}

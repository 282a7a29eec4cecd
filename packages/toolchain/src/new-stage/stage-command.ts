import { fileURLToPath } from 'node:url';
// On Windows biome and pnpm are scripts of cmd.exe, which Node's own does not start.
import { sync as spawn } from 'cross-spawn';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

type Refusal = abstract new (...given: never[]) => Error;

/** Runs a command about stages of this repository. What it refuses, or cannot read of its words, is told with its usage, and the exit code is 2. */
export function runStageCommand(usage: string, refusals: readonly Refusal[], work: (repository: string) => void): void {
  try {
    work(repository);
  } catch (problem) {
    const isUsage = problem instanceof TypeError && 'code' in problem;
    if (!isUsage && !refusals.some((refusal) => problem instanceof refusal)) throw problem;
    console.error(`${(problem as Error).message}\nusage: ${usage}`);
    process.exitCode = 2;
  }
}

/** Formats the files that were changed, as far as they can be, and folders, and has the lockfile and `node_modules` follow. */
export function settleStages(changed: readonly string[], folders: readonly string[] = []): void {
  run('biome', 'check', '--write', ...folders, ...changed.filter((file) => /\.(ts|json)$/.test(file)));
  // Where CI runs, pnpm would refuse to change the lockfile.
  run('pnpm', 'install', '--prefer-offline', '--no-frozen-lockfile');
}

function run(command: string, ...args: readonly string[]): void {
  const { status, error } = spawn(command, args, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${status}`);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './kept-release.ts';

/** A release that was built beside the repository. */
export interface BuiltRelease {
  /** Its synthesized assembly. */
  readonly assembly: string;
  remove(): void;
}

/**
 * Builds and synthesizes a commit in a work tree of its own, with the dependencies of its own lockfile.
 *
 * @throws Error when the clone does not have the commit and its origin does not give it, or it does not build
 */
export function buildRelease(commit: string): BuiltRelease {
  fetchIfMissing(commit);
  const folder = mkdtempSync(join(tmpdir(), 'order-workflow-release-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  };
  try {
    git('worktree', 'add', '--quiet', '--detach', '--force', folder, commit);
    run(folder, 'pnpm', 'install', '--frozen-lockfile', '--prefer-offline');
    run(folder, 'pnpm', 'exec', 'turbo', 'run', 'synth', '--filter=@order-workflow/infra', '--output-logs=errors-only');
  } catch (problem) {
    remove();
    throw problem;
  }
  return { assembly: join(folder, 'infra/cdk.out'), remove };
}

/** A shallow clone has this commit's files and not those of the last release: they are fetched by their name. */
function fetchIfMissing(commit: string): void {
  if (has(commit)) return;
  try {
    git('fetch', '--quiet', '--depth=1', 'origin', commit);
  } catch (problem) {
    throw new Error(
      `commit ${commit} of the last release (infra/last-release/release.json) is not in this clone, and its origin does not give it: nothing was mixed. Run "git fetch --unshallow" first`,
      { cause: problem },
    );
  }
}

function has(commit: string): boolean {
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

function git(...args: readonly string[]): void {
  run(repository, 'git', ...args);
}

function run(cwd: string, command: string, ...args: readonly string[]): void {
  // On Windows pnpm is a script of cmd.exe. What is given to it is written above.
  execFileSync(command, args, { cwd, stdio: 'pipe', shell: command === 'pnpm' && process.platform === 'win32' });
}

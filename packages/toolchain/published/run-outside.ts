import { spawnSync } from 'node:child_process';

/** What a program needs of this one's environment; the rest is pnpm's and vitest's, and no stranger has it. */
const kept =
  /^(PATH|HOME|TMPDIR|TEMP|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|npm_config_(registry|cache|userconfig|cafile))$/i;

/**
 * Runs a program in a folder outside of the repository, and returns what it prints.
 *
 * @throws Error with all that the program said, when it fails
 */
export function runOutside(cwd: string, program: string, ...args: readonly string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name)));
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

import { runProgram } from '../src/run-program.ts';

/** What a program needs of this one's environment, on Windows too; the rest is pnpm's and vitest's, and no stranger has it. */
const kept =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|SystemRoot|ComSpec|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|npm_config_(registry|cache|userconfig|cafile))$/i;

/**
 * Runs a program in a folder outside of the repository, and returns what it prints.
 *
 * @throws Error with all that the program said, when it fails
 */
export function runOutside(cwd: string, program: string, ...args: readonly string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name)));
  return runProgram(program, args, { cwd, env });
}

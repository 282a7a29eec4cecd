// On Windows pnpm, npm and npx are scripts of cmd.exe, which Node's own does not start.
import { sync as spawn } from 'cross-spawn';

interface Place {
  readonly cwd: string;
  /** This process's own unless given. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program, and returns what it prints.
 *
 * @throws Error with all that the program said, when it fails
 */
export function runProgram(program: string, args: readonly string[], place: Place): string {
  const { status, stdout, stderr, error } = spawn(program, args, { ...place, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

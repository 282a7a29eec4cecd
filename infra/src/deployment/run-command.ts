import { delimiter } from 'node:path';
// On Windows a package's program is a script of cmd.exe, which Node's own does not start.
import spawn from 'cross-spawn';

/** Runs a program in a folder with this terminal as its own; its exit code, 1 when a signal ended it. */
export type RunCommand = (command: string, args: readonly string[]) => Promise<number>;

/** Runs programs in a folder, and finds those that its packages brought along. */
export function commandsIn(folder: string, environment: NodeJS.ProcessEnv): RunCommand {
  return (command, args) =>
    new Promise((resolve, reject) => {
      const env = { ...environment, PATH: `${folder}/node_modules/.bin${delimiter}${environment['PATH'] ?? ''}` };
      const child = spawn(command, args, { cwd: folder, env, stdio: 'inherit' });
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
}

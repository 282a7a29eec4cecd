import { runShown, type ShownRun } from './run-shown.ts';

/** Commands that print the same each time they are run: a page shows all of it. */
export function isExact(command: string): boolean {
  return command.startsWith('pnpm asl run ');
}

/** Runs such a command. Waits pass at once, and nothing depends on how fast the machine is. */
export function runExactly(command: string, repository: string): Promise<ShownRun> {
  return runShown(command.includes('--fast-forward') ? command : `${command} --fast-forward`, repository);
}

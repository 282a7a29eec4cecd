import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { AssemblyUnreadable } from '../assembly/assembly-unreadable.ts';
import { exitCodes } from './exit-codes.ts';
import type { PlaceCommandOptions } from './place-command-options.ts';

const defaultConcurrency = 8;

/**
 * Runs the command line; gives the exit code. What a user can put right is told without a stack trace. The engine and
 * the services are loaded only by a command that needs them.
 */
export async function runOrderProgram(args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.succeeded;
  const program = new Command('order')
    .description('Runs the synthesized order workflow and its built functions on this machine.')
    .exitOverride();

  program
    .command('start')
    .description('run the sample order and show its way through the workflow')
    .option('--verbose', 'show the logs of the functions')
    .option('--fast-forward', 'let waits pass at once')
    .action(async (options: Pick<PlaceCommandOptions, 'verbose' | 'fastForward'>) => {
      const { startCommand } = await import('./start-command.ts');
      exitCode = await startCommand(options);
    });

  program
    .command('place')
    .description('run orders: files of JSON or JSON Lines, or - for standard input')
    .argument('<inputs...>', 'files, or -')
    .option('--json', 'print one JSON document an order, and nothing else')
    .option('--verbose', 'show the logs of the functions')
    .option('--fast-forward', 'let waits pass at once: hours of retries in milliseconds')
    .option('--concurrency <orders>', 'how many run at once', positiveInteger, defaultConcurrency)
    .addHelpText('after', '\nExit code: 0 succeeded, 1 failed, 2 input not readable, 3 cannot run here.')
    .action(async (inputs: readonly string[], options: PlaceCommandOptions) => {
      const { placeCommand } = await import('./place-command.ts');
      exitCode = await placeCommand(inputs, options);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.succeeded : exitCodes.unreadable;
    if (!(error instanceof AssemblyUnreadable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return exitCodes.cannotRun;
  }
  return exitCode;
}

function positiveInteger(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('Expected a whole number above zero.');
}

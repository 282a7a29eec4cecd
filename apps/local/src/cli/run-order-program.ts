import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { executionStatuses } from '../orders/execution-report.ts';
import { exitCodeOfProblem, exitCodes } from '../orders/exit-codes.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { columnsOf } from '../terminal/terminal-features.ts';
import type { CancelCommandOptions } from './cancel-command.ts';
import type { ForgetCommandOptions } from './forget-command.ts';
import type { ListCommandOptions } from './list-command.ts';
import type { NoticesCommandOptions } from './notices-command.ts';
import type { PlaceCommandOptions } from './place-command.ts';
import type { PruneCommandOptions } from './prune-command.ts';
import type { RedriveCommandOptions } from './redrive-command.ts';
import type { ResetCommandOptions } from './reset-command.ts';
import type { TableProgramOptions } from './run-table-program.ts';
import type { ServeCommandOptions } from './serve-command.ts';
import {
  instantOf,
  portNumber,
  positiveInteger,
  withDataOption,
  withFaultOptions,
  withRunOptions,
} from './shared-options.ts';
import type { ShowCommandOptions } from './show-command.ts';

const defaultConcurrency = 8;
const defaultListed = 50;
const defaultPort = 8083;
const defaultColumns = 80;

const { version }: { readonly version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/**
 * Runs the command line; gives the exit code. What a user can put right is told without a stack trace. The engine and
 * the services are loaded only by a command that needs them.
 */
export async function runOrderProgram(args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.succeeded;
  const program = new Command('order')
    .description('Runs the synthesized order workflow and its built functions on this machine.')
    .addHelpText(
      'afterAll',
      '\nExit code: 0 succeeded, 1 failed, 2 input not readable, 3 cannot run here, 130 interrupted.',
    )
    .version(version, '--version', 'print the version of this command line')
    .configureOutput({
      getOutHelpWidth: () => columnsOf(process.stdout) ?? defaultColumns,
      getErrHelpWidth: () => columnsOf(process.stderr) ?? defaultColumns,
    })
    .exitOverride();

  withRunOptions(program.command('start'), 'run the sample order and show its way through the workflow').action(
    async (options: WorkflowSettings) => {
      const { startCommand } = await import('./start-command.ts');
      exitCode = await startCommand(options);
    },
  );

  withFaultOptions(
    withDataOption(
      withRunOptions(
        program.command('place'),
        'run orders: files of one as JSON, many as a list or JSON Lines, or - for standard input',
      ),
    ),
  )
    .argument('<inputs...>', 'files, or -')
    .option('--fresh', 'in a world of its own: nothing is known of earlier orders, and nothing is kept')
    .option('--again', 'try an order that ended with nothing held once more as it is: says the next `attempt` aloud')
    .option('--json', 'print one JSON document an order, and nothing else')
    .option('--concurrency <orders>', 'how many run at once', positiveInteger, defaultConcurrency)
    .action(async (inputs: readonly string[], options: PlaceCommandOptions) => {
      const { placeCommand } = await import('./place-command.ts');
      exitCode = await placeCommand(inputs, options);
    });

  withDataOption(program.command('list').description('list the orders that were placed, the latest last'))
    .addOption(new Option('--status <status>', 'only executions that stand so').choices(executionStatuses))
    .option('--limit <orders>', 'how many at most', positiveInteger, defaultListed)
    .option('--json', 'print them as one JSON document')
    .action(async (options: ListCommandOptions) => {
      const { listCommand } = await import('./list-command.ts');
      exitCode = await listCommand(options);
    });

  withDataOption(program.command('catalog'))
    .description('list, load, change and remove the products in a table: of this machine, or of a deployment')
    .argument('[arguments...]', 'list, load <file>, set <sku> <field=value...> or remove <sku>')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (given: readonly string[], options: TableProgramOptions) => {
      const { catalogCommand } = await import('./catalog-command.ts');
      exitCode = await catalogCommand(given, options);
    });

  withDataOption(program.command('stock'))
    .description('list the pieces in a table of stock, put some in, take some out: of this machine, or of a deployment')
    .argument('[arguments...]', 'list, add <sku> <pieces> or take <sku> <pieces>')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (given: readonly string[], options: TableProgramOptions) => {
      const { stockCommand } = await import('./stock-command.ts');
      exitCode = await stockCommand(given, options);
    });

  withDataOption(program.command('show').description("show an order's way through the workflow"))
    .argument('<id>', "the order's id")
    .option('--json', 'print it as one JSON document, with its history')
    .action(async (id: string, options: ShowCommandOptions) => {
      const { showCommand } = await import('./show-command.ts');
      exitCode = await showCommand(id, options);
    });

  withFaultOptions(
    withDataOption(
      withRunOptions(program.command('redrive'), 'let a failed execution go on at the state at which it stands'),
    ),
  )
    .argument('<id>', "the order's id")
    .option('--repair', 'repair gateway and carrier first: void what magic tokens and postal codes say of undoing')
    .option('--json', 'print one JSON document, and nothing else')
    .action(async (id: string, options: RedriveCommandOptions) => {
      const { redriveCommand } = await import('./redrive-command.ts');
      exitCode = await redriveCommand(id, options);
    });

  withFaultOptions(
    withDataOption(
      withRunOptions(
        program.command('cancel'),
        'cancel an order, wherever it stands: stop its execution, and undo what that did',
      ),
    ),
  )
    .argument('<id>', "the order's id")
    .option('--reason <reason>', 'why, for operators: no customer is told')
    .option('--json', 'print one JSON document, and nothing else')
    .action(async (id: string, options: CancelCommandOptions) => {
      const { cancelCommand } = await import('./cancel-command.ts');
      exitCode = await cancelCommand(id, options);
    });

  withFaultOptions(
    withDataOption(
      program.command('serve').description("serve AWS Step Functions' API, the order API and a web console here"),
    ),
  )
    .option('--port <port>', 'on 127.0.0.1; 0: any that is free', portNumber, defaultPort)
    .option('--verbose', 'show the logs of the functions')
    .option('--json', 'print where it listens as one JSON document')
    .action(async (options: ServeCommandOptions) => {
      const { serveCommand } = await import('./serve-command.ts');
      await serveCommand(options);
    });

  withFaultOptions(
    withDataOption(
      program.command('notices').description('list the notices that wait because they could not be published'),
    ),
  )
    .option('--replay', 'publish them')
    .option('--open <id>', "show the letters to an order's customer as they would look, instead")
    .option('--json', 'print them as one JSON document')
    .action(async ({ open, ...options }: NoticesCommandOptions & { readonly open?: string }) => {
      if (open !== undefined) {
        const { openLetters } = await import('./open-letters.ts');
        exitCode = await openLetters(open, options);
        return;
      }
      const { noticesCommand } = await import('./notices-command.ts');
      exitCode = await noticesCommand(options);
    });

  withDataOption(
    program.command('events').description('print the events that told others how orders ended, a line of JSON each'),
  )
    .argument('[id]', "an order's id: only its own")
    .action(async (id: string | undefined, { data }: { readonly data?: string }) => {
      const { eventsCommand } = await import('./events-command.ts');
      exitCode = await eventsCommand(id, data);
    });

  program
    .command('faults')
    .description('list what can be made to go wrong')
    .option('--json', 'print them as one JSON document')
    .action(async (options: { readonly json?: true }) => {
      const { faultsCommand } = await import('./faults-command.ts');
      exitCode = await faultsCommand(options);
    });

  withDataOption(
    program.command('forget').description('forget whose orders those of a customer were, as far as they have ended'),
  )
    .argument('<customer>', "the customer's e-mail address")
    .option('--table <name>', 'in the table of orders of a deployment, instead of on this machine')
    .option('--json', 'print what was forgotten as one JSON document')
    .action(async (customer: string, options: ForgetCommandOptions) => {
      const { forgetCommand } = await import('./forget-command.ts');
      exitCode = await forgetCommand(customer, options);
    });

  withDataOption(
    program
      .command('prune')
      .description('erase what is kept of orders that ended before a date, and nothing of others'),
  )
    .requiredOption('--before <date>', 'a day as 2026-11-01, by UTC, or an instant as 2026-11-01T12:00:00Z', instantOf)
    .option('--yes', 'do not ask first')
    .option('--json', 'print what goes, and what is kept and why, as one JSON document')
    .action(async (options: PruneCommandOptions) => {
      const { pruneCommand } = await import('./prune-command.ts');
      exitCode = await pruneCommand(options);
    });

  withDataOption(
    program.command('reset').description('forget every order, charge, shipment and notice of this machine'),
  )
    .option('--yes', 'do not ask first; where there is no terminal, nobody is asked')
    .action(async (options: ResetCommandOptions) => {
      const { resetCommand } = await import('./reset-command.ts');
      exitCode = await resetCommand(options);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.succeeded : exitCodes.unreadable;
    return explain(error);
  }
  return exitCode;
}

/** What can be put right by whoever runs the command. */
function explain(error: unknown): number {
  if (!(error instanceof Error)) throw error;
  const exitCode = exitCodeOfProblem(error);
  if (exitCode === undefined) throw error;
  process.stderr.write(`${error.message}\n`);
  return exitCode;
}

import { parseArgs } from 'node:util';
import { type DynamoService, dynamoServiceFromEnvironment } from './dynamodb/index.ts';

/** What a program has of the world. */
export interface ProgramWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** What somebody can put right, said in lines. */
export class ProgramMisused extends Error {}

/** What was typed. */
export interface TypedCommand {
  /** What is no option, in its order. */
  readonly words: readonly string[];
  readonly json: boolean;
  /** The values of options that have one. */
  readonly texts: Readonly<Record<string, string | undefined>>;
  /**
   * The table that it is about.
   *
   * @throws ProgramMisused without a name
   * @throws TypeError, RangeError when the environment does not say where it is
   */
  readonly table: () => DynamoService & { readonly table: string };
}

/** A program about a table of DynamoDB. It knows `--table <name>`, `--json` and `--help`. */
export interface TableProgram {
  readonly usage: string;
  readonly help: string;
  /** The environment variable that names the table where `--table` does not. */
  readonly tableVariable?: string;
  /** Options of its own, each with a value. */
  readonly options?: readonly string[];
  /** The errors that say what was not done, or is not known to be. */
  readonly notDone: readonly (abstract new (
    ...args: never
  ) => Error)[];
  /** Whether all of it was done. */
  readonly run: (typed: TypedCommand, world: ProgramWorld) => Promise<boolean>;
}

/** Runs a program; the exit code: 0 done, 1 not done, not all of it or not known to be, 2 not readable. */
export async function runTableCommand(
  { usage, help, tableVariable, options = [], notDone, run }: TableProgram,
  args: readonly string[],
  world: ProgramWorld,
): Promise<number> {
  try {
    const { values, positionals: words } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])),
        table: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      world.say(help);
      return 0;
    }
    const texts = Object.fromEntries(Object.entries(values).filter(isText));
    const name = values.table ?? (tableVariable === undefined ? undefined : world.environment[tableVariable]);
    const table = () => {
      if (!name) throw new ProgramMisused(`--table: missing, expected the name of a table\n${usage}`);
      return { table: name, ...dynamoServiceFromEnvironment(world.environment) };
    };
    return (await run({ words, json: values.json ?? false, texts, table }, world)) ? 0 : 1;
  } catch (error) {
    const undone = notDone.some((kind) => error instanceof kind);
    const misused = error instanceof ProgramMisused || error instanceof TypeError || error instanceof RangeError;
    if (!(error instanceof Error) || !(undone || misused)) throw error;
    world.complain(error.message);
    return undone ? 1 : 2;
  }
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The options that a command of the repository was given. `--help` prints how it is called and ends the process with 0; what
 * cannot be read ends it with 2.
 */
export function readOptions<const Known extends Options>(usage: string, options: Known) {
  return readCommand(usage, options, 0).values;
}

/** The same of a command that may be given so many words besides. */
export function readCommand<const Known extends Options>(usage: string, options: Known, mostWords: number) {
  if (process.argv.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`Usage: ${usage}\n`);
    process.exit(0);
  }
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: mostWords > 0 });
    if (positionals.length > mostWords) throw new TypeError(`given ${positionals.join(' ')}, expected less`);
    return { values, words: positionals };
  } catch (problem) {
    return unreadable(usage, problem instanceof Error ? problem.message : String(problem));
  }
}

/** Ends a command that was given what it cannot read. */
export function unreadable(usage: string, why: string): never {
  process.stderr.write(`${why}\nUsage: ${usage}\n`);
  process.exit(2);
}

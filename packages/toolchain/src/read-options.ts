import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The options that a command of the repository was given. `--help` prints how it is called and ends the process with 0; what
 * cannot be read ends it with 2.
 */
export function readOptions<const Known extends Options>(
  usage: string,
  options: Known,
): ReturnType<typeof parseArgs<{ options: Known }>>['values'] {
  if (process.argv.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`Usage: ${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : problem}\nUsage: ${usage}\n`);
    process.exit(2);
  }
}

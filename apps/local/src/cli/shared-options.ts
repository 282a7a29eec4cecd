import { type Command, InvalidArgumentError } from 'commander';

/** How the values of options are read. Each throws InvalidArgumentError, which commander tells with the option's name and what was given. */

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

export function positiveInteger(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('Expected a whole number above zero.');
}

export function portNumber(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number < 65_536) return number;
  throw new InvalidArgumentError('Expected a port, 0 to 65535.');
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('Expected a whole number.');
}

const written = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** A day, which begins at midnight UTC, or an instant with its zone. */
export function instantOf(text: string): Date {
  const [, day = ''] = written.exec(text) ?? [];
  const instant = new Date(text);
  // Of a 31st of February JavaScript makes a day of March.
  if (day !== '' && !Number.isNaN(instant.getTime()) && new Date(day).toISOString().startsWith(day)) return instant;
  throw new InvalidArgumentError('Expected a day, as 2026-11-01, or an instant, as 2026-11-01T12:00:00Z.');
}

/** Options of a command that runs the workflow. */
export function withRunOptions(command: Command, description: string): Command {
  return command
    .description(description)
    .option('--verbose', 'show the logs of the functions')
    .option('--fast-forward', 'let waits pass at once: hours of retries in milliseconds');
}

export function withDataOption(command: Command): Command {
  return command.option('--data <folder>', 'where everything is kept (also: ORDER_WORKFLOW_DATA)');
}

export function withFaultOptions(command: Command): Command {
  return command
    .option('--fault <fault>', 'let something go wrong, as payment=declined; may be repeated', collect)
    .option('--faults-from-seed <number>', 'let random things go wrong, the same for the same number', wholeNumber);
}

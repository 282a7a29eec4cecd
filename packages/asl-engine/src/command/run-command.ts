import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { realClock } from '../clock/real-clock.ts';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { DefinitionInvalid } from '../definition/definition-invalid.ts';
import { execute } from '../run/execute.ts';
import type { ExecutionResult } from '../run/execution-options.ts';
import type { MachineDefinition } from '../run/machine-definition.ts';
import { parseDefinition } from '../run/parse-definition.ts';
import { CommandMisused } from './command-misused.ts';
import { eventLine } from './event-line.ts';
import { functionsIn } from './functions-in.ts';
import { spreadJson } from './spread-json.ts';

/** Columns where nobody looks at a terminal. */
const widthOfFile = 100;
const widthOfJson = 80;

/**
 * `asl-engine run`: runs a definition once and prints its history as it happens. Resolves to the exit code: 0 when the execution
 * succeeded, else 1. Throws CommandMisused.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ input: { type: 'string' }, functions: { type: 'string' }, name: { type: 'string' } },
      ...{ 'fast-forward': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new CommandMisused('expected one definition');
  const definition = readDefinition(file);
  const clock = values['fast-forward'] ? createVirtualClock({ start: Date.now() }) : realClock;
  const columns = process.stdout.columns ?? widthOfFile;
  const startedAt = clock.now();
  const execution = execute(definition, {
    ...{ clock, input: values.input === undefined ? {} : readJson('--input', values.input) },
    ...(values.name !== undefined && { name: values.name }),
    ...(values.functions !== undefined && { invokeLambda: functionsIn(values.functions) }),
    ...(!values.json && { onEvent: (event) => console.log(eventLine(event, startedAt, columns)) }),
  });
  const result = await execution.result;
  const { executionArn } = execution;
  if (values.json) console.log(JSON.stringify({ executionArn, ...result, events: execution.history() }, null, 2));
  else console.log(`\n${ending(result)}`);
  return result.status === 'SUCCEEDED' ? 0 : 1;
}

function readDefinition(file: string): MachineDefinition {
  const text = read('definition', file);
  try {
    return parseDefinition(text);
  } catch (problem) {
    if (!(problem instanceof DefinitionInvalid)) throw problem;
    throw new CommandMisused(`AWS would refuse ${file}:\n${problem.message.replaceAll(/^/gm, '  ')}`);
  }
}

function readJson(what: string, file: string): unknown {
  const text = read(what, file);
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new CommandMisused(`${what} ${file} is not JSON: ${problem instanceof Error ? problem.message : problem}`);
  }
}

function read(what: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandMisused(`${what} ${file} cannot be read`);
  }
}

function ending({ status, output, error, cause }: ExecutionResult): string {
  if (status === 'SUCCEEDED') return `${status}\n${spreadJson(output, widthOfJson)}`;
  return [status, error && `error: ${error}`, cause && `cause: ${cause}`].filter(Boolean).join('\n');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readAssembly, synthesizedHere } from '../assembly/read-assembly.ts';
import { functionEnvironment } from '../lambda-host/function-environment.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { withWorkflow } from './with-workflow.ts';

export interface TableProgramOptions {
  readonly data?: string;
}

/** A program of a team whose stage asks a table: it works on one by DynamoDB's protocol, wherever that is. */
interface TableProgram {
  /** In the folder of packages. */
  readonly path: string;
  /** The variable that says to functions which table it is, and to the program, too. */
  readonly tableVariable: string;
  /** What is said where the workflow of this machine has no such table. */
  readonly otherwise: string;
}

const packages = new URL('../../../../packages/', import.meta.url);

/** Runs it on the table of a deployment where one is named, else on that of this machine. Gives its exit code. */
export async function runTableProgram(
  { path, tableVariable, otherwise }: TableProgram,
  given: readonly string[],
  options: TableProgramOptions,
): Promise<number> {
  const run = async (env: NodeJS.ProcessEnv): Promise<number> => {
    const program = fileURLToPath(new URL(path, packages));
    const args = ['--conditions=@order-workflow/source', program, ...given];
    const [exitCode] = await once(spawn(process.execPath, args, { env, stdio: 'inherit' }), 'exit');
    return exitCode ?? 1;
  };
  const isElsewhere = given.some((one) => one === '--table' || one.startsWith('--table='));
  if (isElsewhere || process.env[tableVariable] || given.some((one) => one === '--help' || one === '-h'))
    return run(process.env);
  const asking = readAssembly(synthesizedHere()).functions.find(({ environment }) => environment[tableVariable]);
  if (!asking) {
    process.stderr.write(`${otherwise}\n`);
    return exitCodes.unreadable;
  }
  return withWorkflow(options, ({ tables }) =>
    run(functionEnvironment(asking, tables ? { DYNAMODB: tables.endpoint } : {})),
  );
}

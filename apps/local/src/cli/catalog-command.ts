import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readAssembly, synthesizedHere } from '../assembly/read-assembly.ts';
import { functionEnvironment } from '../lambda-host/function-environment.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { withWorkflow } from './with-workflow.ts';

export interface CatalogCommandOptions {
  readonly data?: string;
}

/** The variable that says to functions which table has the products, and to the program, too. */
const tableVariable = 'CATALOG_TABLE_NAME';

const program = fileURLToPath(new URL('../../../../packages/validate/bin/catalog.ts', import.meta.url));

/**
 * `order catalog`: the program of the team whose stage asks the catalog, on the table of a deployment where one is named, else on that of
 * this machine. Gives its exit code.
 */
export async function catalogCommand(given: readonly string[], options: CatalogCommandOptions): Promise<number> {
  const isElsewhere = given.some((one) => one === '--table' || one.startsWith('--table='));
  if (isElsewhere || process.env[tableVariable] || given.some((one) => one === '--help' || one === '-h'))
    return runCatalog(given, process.env);
  const asking = readAssembly(synthesizedHere()).functions.find(({ environment }) => environment[tableVariable]);
  if (!asking) {
    process.stderr.write(`The workflow of this machine has its products in a file, packages/validate/src/adapters/products.json.
With ORDER_WORKFLOW_CATALOG_TABLE=true in the environment of all commands it asks a table; --table <name> is one of a deployment.
`);
    return exitCodes.unreadable;
  }
  return withWorkflow(options, ({ tables }) =>
    runCatalog(given, functionEnvironment(asking, tables ? { DYNAMODB: tables.endpoint } : {})),
  );
}

async function runCatalog(given: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['--conditions=@order-workflow/source', program, ...given], {
    env,
    stdio: 'inherit',
  });
  const [exitCode] = await once(child, 'exit');
  return exitCode ?? 1;
}

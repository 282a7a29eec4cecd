import { runTableProgram, type TableProgramOptions } from './run-table-program.ts';

/** `order catalog`: the program of the team whose stage asks the catalog. Gives its exit code. */
export function catalogCommand(given: readonly string[], options: TableProgramOptions): Promise<number> {
  return runTableProgram(
    {
      path: 'validate/bin/catalog.ts',
      tableVariable: 'CATALOG_TABLE_NAME',
      otherwise: `The workflow of this machine has its products in a file, packages/validate/src/adapters/products.json.
With ORDER_WORKFLOW_CATALOG_TABLE=true in the environment of all commands it asks a table; --table <name> is one of a deployment.`,
    },
    given,
    options,
  );
}

import { runTableProgram, type TableProgramOptions } from './run-table-program.ts';

/** `order stock`: the program of the team whose stage holds stock. Gives its exit code. */
export function stockCommand(given: readonly string[], options: TableProgramOptions): Promise<number> {
  return runTableProgram(
    {
      path: 'stock/bin/stock.ts',
      tableVariable: 'STOCK_TABLE_NAME',
      otherwise: `The workflow of this machine holds no stock. One that does is examples/five-stages: ORDER_WORKFLOW_ASSEMBLY=examples/five-stages/cdk.out
in the environment of all commands runs it; --table <name> is the table of a deployment.`,
    },
    given,
    options,
  );
}

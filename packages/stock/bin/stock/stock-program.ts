import { skuSchema } from '@order-workflow/order-domain';
import {
  ProgramMisused,
  type ProgramWorld,
  runTableCommand,
  type TableProgram,
} from '@order-workflow/stage-kit/table-program';
import { dynamoStockTable } from '../../src/adapters/dynamo-stock-table.ts';
import { addStock } from '../../src/add-stock.ts';
import { StockTableBroken, StockUnavailable } from '../../src/stock-failures.ts';
import { listLevels } from './list-levels.ts';
import { heldUntilNeeded, showLevels } from './show-levels.ts';

/** Milliseconds for one command. */
const timeoutMs = 30_000;

/** Whoever puts in more at once has mistyped. */
const mostPieces = 1_000_000;

const usage = `pnpm order stock list [--json]
pnpm order stock add <sku> <pieces>
pnpm order stock take <sku> <pieces>
Each is about the table of this machine, where the workflow holds stock; or about that of a deployment: --table <name>, with a
region and credentials of AWS in the environment.`;

const help = `${usage}

  list                 what is left, held and sold of each product, and for which orders; --json: as one document
  add                  puts pieces of a product in
  take                 takes pieces out that nobody has: what is held stays
  --table <name>       also: STOCK_TABLE_NAME
  --data <folder>      of this machine: where everything is kept (also: ORDER_WORKFLOW_DATA)

${heldUntilNeeded}
Exit code: 0 done, 1 not done or not known to be, 2 not readable.`;

const program: TableProgram = {
  usage,
  help,
  tableVariable: 'STOCK_TABLE_NAME',
  notDone: [StockUnavailable, StockTableBroken],
  run: async ({ words, json, table: open }, { say }) => {
    const [command, sku, pieces, ...more] = words;
    const signal = AbortSignal.timeout(timeoutMs);
    if (command === 'list' && sku === undefined) say(showLevels(await listLevels(open(), signal), json));
    else if ((command === 'add' || command === 'take') && pieces !== undefined && more.length === 0) {
      const [read, count] = [readSku(sku), readPieces(pieces)];
      const table = dynamoStockTable(open());
      await addStock(read, command === 'add' ? count : -count, { table, signal });
      const level = await table.level(read, signal);
      if (level.answer === 'found') say(showLevels([level.item]));
    } else throw new ProgramMisused(usage);
    return true;
  },
};

/** Lists the pieces in a table, puts some in, takes some out; the exit code: 0 done, 1 not done or not known to be, 2 not readable. */
export function stockProgram(args: readonly string[], world: ProgramWorld): Promise<number> {
  return runTableCommand(program, args, world);
}

function readSku(given: string | undefined): string {
  const { data } = skuSchema.safeParse(given);
  if (data !== undefined) return data;
  throw new ProgramMisused(`sku: given ${JSON.stringify(given)}, expected the SKU of a product, such as SKU001`);
}

function readPieces(given: string): number {
  const pieces = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (pieces >= 1 && pieces <= mostPieces) return pieces;
  throw new ProgramMisused(`pieces: given ${JSON.stringify(given)}, expected a whole number from 1 to ${mostPieces}`);
}

import { readFileSync } from 'node:fs';
import { currencySchema, skuSchema } from '@order-workflow/order-domain';
import {
  ProgramMisused,
  type ProgramWorld,
  runTableCommand,
  type TableProgram,
} from '@order-workflow/stage-kit/table-program';
import { CatalogTableBroken } from '../../src/adapters/catalog-items.ts';
import { type CatalogTable, CatalogUnreachable, catalogTable } from './catalog-table.ts';
import { changeProduct } from './change-product.ts';
import { readCsvProducts } from './read-csv-products.ts';
import { readJsonProducts } from './read-json-products.ts';
import { showProducts } from './show-products.ts';

const usage = `pnpm order catalog list [--json]
pnpm order catalog load <file.json | file.csv> [--currency EUR]
pnpm order catalog set <sku> stock=20 EUR=1899 "onlyTo=AT DE"
pnpm order catalog remove <sku>
Each is about the table of this machine, where ORDER_WORKFLOW_CATALOG_TABLE=true gives it one; or about that of a deployment:
--table <name>, the output CatalogTable of the stack, with a region and credentials of AWS in the environment.`;

const help = `${usage}

  list                 shows every product; --json: as a file that load takes
  load                 writes the products of a file; what it does not name stays as it was
  set                  changes fields of one product
  remove               takes one product away: orders that come afterwards are told that there is none
  --table <name>       also: CATALOG_TABLE_NAME
  --data <folder>      of this machine: where everything is kept (also: ORDER_WORKFLOW_DATA)
  --currency <code>    that of orders that name none, in ISO 4217; needed while the table has none

Exit code: 0 done, 1 not done or not all of it, 2 not readable.`;

const program: TableProgram = {
  usage,
  help,
  tableVariable: 'CATALOG_TABLE_NAME',
  options: ['currency'],
  notDone: [CatalogUnreachable, CatalogTableBroken],
  run: async ({ words, json, texts, table }, { say }) => {
    const [command, subject = '', ...changes] = words;
    const open = () => catalogTable(table());
    if (command === 'list' && subject === '') say(showProducts(await open().list(), json));
    else if (command === 'load' && subject !== '' && changes.length === 0)
      say(await load(open(), subject, texts['currency']));
    else if (command === 'set' && subject !== '' && changes.length > 0) say(await change(open(), subject, changes));
    else if (command === 'remove' && subject !== '' && changes.length === 0) say(await remove(open(), subject));
    else throw new ProgramMisused(usage);
    return true;
  },
};

/** Lists, loads and changes the products in a table; the exit code: 0 done, 1 not done or not all, 2 not readable. */
export function catalogProgram(args: readonly string[], world: ProgramWorld): Promise<number> {
  return runTableCommand(program, args, world);
}

/** All of the file is read and found right before the first product is written. */
async function load(table: CatalogTable, path: string, currency: string | undefined): Promise<string> {
  const text = textOf(path);
  const read = path.endsWith('.csv') ? readCsvProducts(text) : readJsonProducts(text);
  if (read.kind === 'problems') throw new ProgramMisused([...read.problems, 'Nothing was loaded.'].join('\n'));
  const given = currency ?? read.defaultCurrency;
  const said = given === undefined ? undefined : currencySchema.safeParse(given);
  if (said?.success === false)
    throw new ProgramMisused(`--currency: given ${JSON.stringify(given)}, expected an ISO 4217 currency code`);
  if (!said && (await table.list()).defaultCurrency === undefined)
    throw new ProgramMisused(
      '--currency: missing, expected the currency of orders that name none: the table has none yet',
    );
  let written = 0;
  try {
    for (const product of read.products) {
      await table.put(product);
      written++;
    }
    // Last: a table that was empty sells nothing before all of it is there.
    if (said) await table.putCurrency(said.data);
  } catch (error) {
    if (!(error instanceof CatalogUnreachable)) throw error;
    const all = read.products.length;
    const next = read.products[written]?.sku;
    const stopped =
      next === undefined ? 'the currency is not known to be' : `${next} and what follows are not known to be`;
    throw new CatalogUnreachable(
      `${error.message}\n${written} of ${all} products were loaded; ${stopped}. Load the file again: that does no harm.`,
    );
  }
  return `${written} ${written === 1 ? 'product' : 'products'} loaded. What the file does not name stays as it was.`;
}

async function change(table: CatalogTable, sku: string, changes: readonly string[]): Promise<string> {
  const found = await table.find(sku);
  if (!found)
    throw new ProgramMisused(
      `there is no product ${JSON.stringify(sku)} in the table; a new one is loaded from a file`,
    );
  const changed = changeProduct(found, changes);
  if (changed.kind === 'problems') throw new ProgramMisused([...changed.problems, 'Nothing was changed.'].join('\n'));
  if (!(await table.change(found, changed.product)))
    throw new CatalogUnreachable(`${sku} was taken away meanwhile: nothing was written`);
  return showProducts({ products: [changed.product] });
}

/** Orders that are priced keep what they were priced with. */
async function remove(table: CatalogTable, given: string): Promise<string> {
  const { data: sku } = skuSchema.safeParse(given);
  if (sku === undefined)
    throw new ProgramMisused(`given ${JSON.stringify(given)}, expected the SKU of a product, such as SKU001`);
  if (!(await table.remove(sku))) throw new ProgramMisused(`there is no product ${JSON.stringify(sku)} in the table`);
  return `${sku} is removed.`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ProgramMisused(
      `${path}: cannot be read${error instanceof Error && 'code' in error ? ` (${error.code})` : ''}`,
    );
  }
}

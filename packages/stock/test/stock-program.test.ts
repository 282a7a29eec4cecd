import { makeTable } from '@order-workflow/stage-kit/testing';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, describe, expect, it } from 'vitest';
import { heldUntilNeeded } from '../bin/stock/show-levels.ts';
import { stockProgram } from '../bin/stock/stock-program.ts';
import { dynamoStockTable } from '../src/adapters/dynamo-stock-table.ts';
import { holdPieces } from '../src/hold-pieces.ts';
import { aStock, needsOf } from './a-stock.ts';

const emulator = await startDynalite();
afterAll(() => emulator.stop());
let made = 0;

/** An empty table, and the command line over it. */
async function aTable(tables = 1) {
  const table = `Stock${++made}`;
  for (let one = 0; one < tables; one++) await makeTable(emulator.service, table, 'id');
  const environment = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ENDPOINT_URL_DYNAMODB: emulator.service.url.origin,
    STOCK_TABLE_NAME: table,
  };
  async function run(...args: string[]) {
    const told: string[] = [];
    const tell = (text: string) => void told.push(text);
    const exitCode = await stockProgram(args, { environment, say: tell, complain: tell });
    return { exitCode, told: told.join('\n') };
  }
  return { run, table: dynamoStockTable({ ...emulator.service, table }) };
}

describe(stockProgram, () => {
  it('explains each command and option, and the exit codes, on --help, and succeeds', async () => {
    const { run } = await aTable(0);
    const { exitCode, told } = await run('--help');
    expect(exitCode).toBe(0);
    for (const word of ['list', 'add', 'take', '--table', '--json', '--data', 'Exit code:'])
      expect(told).toContain(word);
  });

  it('puts pieces in, takes out what nobody has and no more, and lists what is left and held for whom', async () => {
    const { run, table } = await aTable();
    expect(await run('list')).toEqual({
      exitCode: 0,
      told: 'No pieces were put into this table yet: nothing can be sold.',
    });
    expect(await run('add', 'SKU002', '5')).toEqual({ exitCode: 0, told: 'SKU002: 5 left, 0 held, 0 sold' });
    expect(await run('add', 'SKU001', '2')).toMatchObject({ exitCode: 0 });
    const { ports } = await aStock({}, table);
    await holdPieces(needsOf('12345', { SKU002: 3 }), ports);
    expect(await run('take', 'SKU002', '3')).toEqual({
      exitCode: 2,
      told: 'SKU002: 3 pieces cannot be taken out, 2 are left',
    });
    expect(await run('take', 'SKU002', '1')).toMatchObject({ exitCode: 0 });
    const since = new Date(ports.clock.now()).toISOString();
    expect((await run('list')).told).toBe(
      `SKU001: 2 left, 0 held, 0 sold\nSKU002: 1 left, 3 held, 0 sold\n  3 for "12345" since ${since}\n${heldUntilNeeded}`,
    );
    expect(JSON.parse((await run('list', '--json')).told)).toEqual([
      { sku: 'SKU001', left: 2, held: 0, sold: 0, holds: [] },
      { sku: 'SKU002', left: 1, held: 3, sold: 0, holds: [{ orderId: '12345', attempt: 1, quantity: 3, since }] },
    ]);
  });

  it.each([
    [['add', '', '1'], /^sku: given "", expected the SKU/],
    [['add', 'SKU001', '1.5'], /^pieces: given "1\.5", expected a whole number from 1 to 1000000$/],
    [['add', 'SKU001', '0'], /^pieces: given "0"/],
    [['add', 'SKU001', '9999999'], /^pieces: given "9999999"/],
    [['add', 'SKU001'], /^pnpm order stock list/],
    [['list', 'SKU001'], /^pnpm order stock list/],
    [['list', '--all'], /--all/],
    [['list', '--table', ''], /^--table: missing, expected the name of a table/],
  ])('refuses %j by name', async (args, message) => {
    const { run } = await aTable(0);
    expect(await run(...args)).toEqual({ exitCode: 2, told: expect.stringMatching(message) });
  });

  it.each([['list'], ['add', 'SKU001', '1']])(
    'says of a table that is not there, on %s, that it is not',
    async (...args) => {
      const { run } = await aTable(0);
      expect(await run(...args)).toMatchObject({ exitCode: 1, told: expect.stringContaining('ResourceNotFound') });
    },
  );
});

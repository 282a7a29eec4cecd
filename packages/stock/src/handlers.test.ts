import { writtenVersion } from '@order-workflow/order-domain';
import { dynamoItems } from '@order-workflow/stage-kit/dynamodb';
import { makeOrdersTable, makeTable } from '@order-workflow/stage-kit/testing';
import { startDynalite, testCredentials } from '@order-workflow/toolchain/emulators';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { needsOf } from '../test/a-stock.ts';
import { dynamoStockTable } from './adapters/dynamo-stock-table.ts';
import { addStock } from './add-stock.ts';
import { releaseStock } from './release-stock-stage.ts';
import { reserveStock } from './reserve-stock-stage.ts';
import { StockTableBroken } from './stock-failures.ts';

const emulator = await startDynalite();
await makeTable(emulator.service, 'Stock', 'id');
await makeOrdersTable(emulator.service, 'Orders');
afterAll(() => emulator.stop());
vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'ReserveStock');
vi.stubEnv('STOCK_TABLE_NAME', 'Stock');
vi.stubEnv('ORDERS_TABLE_NAME', 'Orders');
vi.stubEnv('AWS_REGION', emulator.service.region);
vi.stubEnv('AWS_ACCESS_KEY_ID', testCredentials.accessKeyId);
vi.stubEnv('AWS_SECRET_ACCESS_KEY', testCredentials.secretAccessKey);
vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', emulator.service.url.origin);
/** What the functions log. */
const lines: string[] = [];
vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
const { handler } = await import('./lambda/reserve-stock.ts');
const { handler: undo } = await import('./lambda/release-stock.ts');

const record = { contract: writtenVersion, ...needsOf('7', { TEA: 2 }) };

describe('the handlers of ReserveStockFunction and ReleaseStockFunction', () => {
  it('hold and give back, and leave the receipts that their manifests promise', async () => {
    const table = dynamoStockTable({ ...emulator.service, table: 'Stock' });
    const { signal } = new AbortController();
    await addStock('TEA', 5, { table, signal });
    const reserved = await handler(record);
    expect(reserveStock.receipt.safeParse(reserved)).toEqual({ success: true, data: reserved });
    expect(await table.level('TEA', signal)).toMatchObject({
      item: { left: 3, holds: [{ orderId: '7', quantity: 2 }] },
    });
    const released = await undo(record);
    expect(releaseStock.receipt.safeParse(released)).toEqual({ success: true, data: released });
    expect(await table.level('TEA', signal)).toMatchObject({ item: { left: 5, holds: [] } });
    await expect(handler(record)).rejects.toMatchObject({ name: 'StockShort' });
  });

  it('count what was still held for an order that had ended without its undo, as the manifest names it', async () => {
    const table = dynamoStockTable({ ...emulator.service, table: 'Stock' });
    const { signal } = new AbortController();
    await addStock('CUP', 1, { table, signal });
    await table.change(
      'CUP',
      { add: { orderId: '8', attempt: 1, quantity: 1, since: 0, part: false }, left: -1, sold: 0, turns: false },
      signal,
    );
    const ended = { orderId: { S: '8' }, attempt: { N: '1' }, status: { S: 'refunded' } };
    await dynamoItems('Orders', emulator.service, StockTableBroken).write('PutItem', { Item: ended }, signal);
    await handler({ contract: writtenVersion, ...needsOf('9', { CUP: 1 }) });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      [reserveStock.findings?.[0]?.name ?? '']: 1,
      outcome: 'receipt',
    });
  });

  it('refuse a record of a version that they do not know', async () => {
    for (const each of [handler, undo])
      await expect(each({ ...record, contract: 0 })).rejects.toMatchObject({ name: 'StageContractBroken' });
  });
});

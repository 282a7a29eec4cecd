import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeOrdersTable } from '@order-workflow/stage-kit/testing';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { orderListsContract } from '../../test/order-lists.contract.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { dynamoOrderLists } from './dynamo-order-lists.ts';

const everything = { of: { day: '2026-03-01' }, digit: '1', since: '2026', most: 1 };

describe(dynamoOrderLists, () => {
  let emulator: Awaited<ReturnType<typeof startDynalite>>;
  beforeAll(async () => {
    emulator = await startDynalite();
  });
  afterAll(() => emulator.stop());

  it.each(orderListsContract)('on dynalite $title', async ({ title, run }) => {
    const table = `orders-${orderListsContract.findIndex((one) => one.title === title)}`;
    await makeOrdersTable(emulator.service, table);
    await run({ ...emulator.service, table }, title);
  });

  it('reads once more when a connection broke, which may have slept while the function was frozen, and no more than that', async () => {
    let breaks = 1;
    let asked = 0;
    const server = createServer((request, response) => {
      asked++;
      if (breaks-- > 0) request.socket.destroy();
      else response.end('{"Items":[]}');
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const lists = dynamoOrderLists('orders', { ...emulator.service, url });
    expect(await lists.read(everything)).toEqual({ orders: [], readTo: undefined });
    expect(asked).toBe(2);
    breaks = 2;
    await expect(lists.read(everything)).rejects.toThrow(ApiUnavailable);
    server.closeAllConnections();
  });

  it('says that it is unavailable where nobody listens', async () => {
    const service = { ...emulator.service, url: new URL('http://127.0.0.1:1') };
    await expect(dynamoOrderLists('orders', service).read(everything)).rejects.toThrow(ApiUnavailable);
  });

  it('takes a table without the indexes for a defect, which no repeat mends', async () => {
    await expect(dynamoOrderLists('elsewhere', emulator.service).read(everything)).rejects.toThrow(TypeError);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeOrdersTable } from '@order-workflow/stage-kit/testing';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { orderListsContract } from '../../test/order-lists.contract.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { dynamoOrderLists } from './dynamo-order-lists.ts';

const never = () => new AbortController().signal;
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
    const lists = dynamoOrderLists('orders', { ...emulator.service, url }, never);
    expect(await lists.read(everything)).toEqual({ orders: [], readTo: undefined });
    expect(asked).toBe(2);
    breaks = 2;
    await expect(lists.read(everything)).rejects.toThrow(ApiUnavailable);
    server.closeAllConnections();
  });

  it('asks how orders stand for no more at once than DynamoDB takes, and lists none less (regression: a full page of a customer)', async () => {
    const ids = Array.from({ length: 101 }, (_, each) => `order-${String(999 - each)}`);
    const at = (id: string) => ({ S: `2026-03-01T10:00:00.${id.slice(-3)}Z ${id}` });
    const asked: number[] = [];
    const server = createServer(async (request, response) => {
      const input = JSON.parse(Buffer.concat(await request.toArray()).toString());
      if (input.RequestItems) {
        const keys: { orderId: { S: string } }[] = input.RequestItems.orders.Keys;
        asked.push(keys.length);
        const Responses = {
          orders: keys.map(({ orderId }) => ({ orderId, attempt: { N: '1' }, status: { S: 'open' } })),
        };
        if (keys.length <= 100) response.end(JSON.stringify({ Responses }));
        else response.writeHead(400).end('{"__type":"com.amazon.coral.validate#ValidationException"}');
        return;
      }
      const { ':before': before } = input.ExpressionAttributeValues;
      const from = ids.filter((id) => at(id).S <= before.S);
      const Items = from.slice(0, input.Limit).map((id) => ({ orderId: { S: id }, listedAt: at(id) }));
      const last = Items.at(-1);
      response.end(JSON.stringify({ Items, ...(from.length > input.Limit && { LastEvaluatedKey: last }) }));
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const lists = dynamoOrderLists('orders', { ...emulator.service, url }, never);
    const hers = { of: { customer: 'hash' }, digit: '1', since: '2026', most: 100 };
    const first = await lists.read(hers);
    const second = await lists.read({ ...hers, before: first.readTo });
    server.closeAllConnections();
    expect(asked).toEqual([100, 1]);
    expect([...first.orders, ...second.orders].map(({ orderId }) => orderId)).toEqual(ids);
    expect(second.readTo).toBeUndefined();
  });

  it('says that it is unavailable where nobody listens', async () => {
    const service = { ...emulator.service, url: new URL('http://127.0.0.1:1') };
    await expect(dynamoOrderLists('orders', service).read(everything)).rejects.toThrow(ApiUnavailable);
  });

  it('takes a table without the indexes for a defect, which no repeat mends', async () => {
    await expect(dynamoOrderLists('elsewhere', emulator.service).read(everything)).rejects.toThrow(TypeError);
  });
});

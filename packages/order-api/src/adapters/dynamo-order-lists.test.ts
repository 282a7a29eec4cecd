import { makeOrdersTable } from '@order-workflow/stage-kit/testing';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('says that it is unavailable where nobody listens', async () => {
    const service = { ...emulator.service, url: new URL('http://127.0.0.1:1') };
    await expect(dynamoOrderLists('orders', service).read(everything)).rejects.toThrow(ApiUnavailable);
  });

  it('takes a table without the indexes for a defect, which no repeat mends', async () => {
    await expect(dynamoOrderLists('elsewhere', emulator.service).read(everything)).rejects.toThrow(TypeError);
  });
});

import { makeOrdersTable } from '@order-workflow/stage-kit/testing';
import { type DynamoEmulator, missingForDynamoDbLocal, startDynamoDbLocal } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { orderListsContract } from '../../test/order-lists.contract.ts';

const missing = missingForDynamoDbLocal();
if (missing && process.env['CI']) throw new Error(`${missing}: missing, and in CI AWS's own DynamoDB is not left out`);
if (missing) console.warn(`SKIPPED: the lists of orders on AWS's own DynamoDB, which needs ${missing}`);

describe.skipIf(missing)("dynamoOrderLists keeps the contract of the lists on AWS's own DynamoDB", () => {
  let emulator: DynamoEmulator;
  beforeAll(async () => {
    emulator = await startDynamoDbLocal();
  });
  afterAll(() => emulator?.stop());

  it.each(orderListsContract)('$title', async ({ title, run }) => {
    const table = `orders-${orderListsContract.findIndex((one) => one.title === title)}`;
    await makeOrdersTable(emulator.service, table);
    await run({ ...emulator.service, table }, title);
  });
});

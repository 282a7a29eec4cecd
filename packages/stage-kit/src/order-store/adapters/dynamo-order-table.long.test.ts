import type { DynamoEmulator } from '@order-workflow/toolchain/emulators';
import { missingForDynamoDbLocal, startDynamoDbLocal } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anItem } from '../testing/an-item.ts';
import { never } from '../testing/contract-case.ts';
import { makeOrdersTable } from '../testing/make-orders-table.ts';
import { orderStoreContract } from '../testing/order-store.contract.ts';
import { orderTableContract } from '../testing/order-table.contract.ts';
import { dynamoOrderTable } from './dynamo-order-table.ts';

const missing = missingForDynamoDbLocal();
if (missing && process.env['CI']) throw new Error(`${missing}: missing, and in CI AWS's own DynamoDB is not left out`);
if (missing) console.warn(`SKIPPED: the order store on AWS's own DynamoDB, which needs ${missing}`);

describe.skipIf(missing)("dynamoOrderTable keeps the contracts of a table and of a store on AWS's own DynamoDB", () => {
  let emulator: DynamoEmulator;
  beforeAll(async () => {
    emulator = await startDynamoDbLocal();
    await makeOrdersTable(emulator.service, 'Orders');
  });
  afterAll(() => emulator?.stop());

  it.each([...orderTableContract, ...orderStoreContract])('$title', ({ title, run }) =>
    run(dynamoOrderTable({ ...emulator.service, table: 'Orders' }), title),
  );

  it('throws on a table that does not exist, and on an item of more than 400 KB', async () => {
    const elsewhere = dynamoOrderTable({ ...emulator.service, table: 'Elsewhere' });
    await expect(elsewhere.read('1', never())).rejects.toThrow('GetItem with ResourceNotFoundException (400)');
    const record = { contract: 1, attempt: 1, order: 'x'.repeat(410_000), validation: {} };
    const large = dynamoOrderTable({ ...emulator.service, table: 'Orders' }).writeIf(
      anItem({ record }),
      undefined,
      never(),
    );
    await expect(large).rejects.toThrow('PutItem with ValidationException (400)');
  });
});

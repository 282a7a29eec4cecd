import { makeTable } from '@order-workflow/stage-kit/testing';
import { missingForDynamoDbLocal, startDynamoDbLocal } from '@order-workflow/toolchain/emulators';
import { afterAll, it } from 'vitest';
import { stockTableContract } from '../ports/stock-table.contract.ts';
import { dynamoStockTable } from './dynamo-stock-table.ts';

const missing = missingForDynamoDbLocal();
if (missing && process.env['CI']) throw new Error(`${missing}: missing, and in CI AWS's own DynamoDB is not left out`);
if (missing) it.skip(`stock on AWS's own DynamoDB, which needs ${missing}`);
else {
  const emulator = await startDynamoDbLocal();
  await makeTable(emulator.service, 'Stock', 'id');
  afterAll(() => emulator.stop());
  let used = 0;
  stockTableContract("dynamoStockTable on AWS's own DynamoDB", () => ({
    table: dynamoStockTable({ ...emulator.service, table: 'Stock' }),
    unused: `SKU ${++used}/é`,
  }));
}

import { describe, expect, it } from 'vitest';
import { anItem } from '../testing/an-item.ts';
import { never } from '../testing/contract-case.ts';
import { orderStoreContract } from '../testing/order-store.contract.ts';
import { orderTableContract } from '../testing/order-table.contract.ts';
import { memoryOrderTable } from './memory-order-table.ts';

describe('memoryOrderTable keeps the contracts of a table and of a store', () => {
  const table = memoryOrderTable();
  it.each([...orderTableContract, ...orderStoreContract])('$title', ({ title, run }) => run(table, title));
});

it('keeps its own copy of what it was given', async () => {
  const table = memoryOrderTable();
  const item = anItem();
  await table.writeIf(item, undefined, never());
  item.fingerprints.push('forged');
  expect(await table.read(item.orderId, never())).toEqual({ answer: 'item', item: anItem() });
});

import type { OrderStore } from '../order-store.ts';
import { orderStoreOver } from '../order-store-over.ts';
import type { OrderTable } from '../order-table.ts';
import { type TableWithFaults, tableWithFaults, type WriteFault } from './table-with-faults.ts';

/** One thing that every table does. It asserts by node:assert, so that any runner runs it. */
export interface ContractCase {
  readonly title: string;
  /** Works on one order only, which nobody has used before: many cases may share a table. */
  run(table: OrderTable, orderId: string): Promise<void>;
}

/** A limit that does not pass: none of these is about time. */
export const never = (): AbortSignal => new AbortController().signal;

/** The store over a table, and the same store met by faults. */
export function storesOver(
  table: OrderTable,
  ...faults: readonly WriteFault[]
): { readonly store: OrderStore; readonly struck: OrderStore; readonly land: TableWithFaults['land'] } {
  const faulty = tableWithFaults(table, ...faults);
  return { store: orderStoreOver(table, never), struck: orderStoreOver(faulty, never), land: faulty.land };
}

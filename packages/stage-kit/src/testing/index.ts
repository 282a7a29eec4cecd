export type { ContractCase } from '../order-store/testing/contract-case.ts';
export { makeOrdersTable } from '../order-store/testing/make-orders-table.ts';
export { orderStoreContract } from '../order-store/testing/order-store.contract.ts';
export { orderTableContract } from '../order-store/testing/order-table.contract.ts';
export { makeTable } from './make-table.ts';

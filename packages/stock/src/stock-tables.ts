import type { StageTable } from '@order-workflow/stage-kit';

/** What there is, and what is held for whom. */
export const stockTable: StageTable = { name: 'stock', key: 'id', may: 'write' };

/** How the orders stand for which something is held. */
export const ordersRead: StageTable = { name: 'orders', key: 'orderId', may: 'read' };

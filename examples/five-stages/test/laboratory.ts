import type { LaboratoryApp } from '@order-workflow/local';
import { addStock, askAfterHolds } from '@order-workflow/stock';
import { stockOf } from './stock-of.ts';

/** What the sample order asks for. */
const [sku, asked, pieces] = ['SKU001', 2, 10_000];

/** What the table of faults needs of this app: stock, of which nothing is gone at last but what was shipped. */
export const laboratory: LaboratoryApp = {
  prepare: (workflow) => addStock(sku, pieces, stockOf(workflow)),
  async problems(workflow) {
    const level = await askAfterHolds(sku, stockOf(workflow));
    const parcels = workflow.world?.carrier.ledger.shipments().filter(({ status }) => status !== 'cancelled') ?? [];
    const gone = pieces - (level?.left ?? 0);
    // Where the notice is parked, nobody has closed the order: it is shipped, and what is held for it is not counted as sold yet.
    const isShipped = (orderId: string) => parcels.some(({ key }) => key.startsWith(`order-${orderId}-`));
    const idle = level?.holds.filter(({ orderId }) => !isShipped(orderId)) ?? [];
    return [
      ...(gone === asked * parcels.length
        ? []
        : [`${gone} of ${sku} are gone, and ${asked * parcels.length} were shipped`]),
      ...idle.map(({ orderId }) => `${sku} is held for ${orderId}, of which nothing is shipped`),
    ];
  },
};

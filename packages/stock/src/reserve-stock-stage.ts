import { instantSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { StockShort, StockUnavailable } from './stock-failures.ts';
import { stockNeeds } from './stock-needs.ts';
import { ordersRead, stockTable } from './stock-tables.ts';

/** What Reserve Stock leaves in the record. */
export const reservationReceiptSchema = z.object({
  /** A word for people and metrics. */
  status: z.literal('reserved'),
  /** The key of the attempt, under which the pieces are held: the same for every execution of it. */
  reference: z.string(),
  reservedAt: instantSchema,
});

export type ReservationReceipt = z.infer<typeof reservationReceiptSchema>;

/** Manifest of Reserve Stock: holds the pieces of an order before it is paid for. */
export const reserveStock = defineStage({
  key: 'reservation',
  stateName: 'Reserve Stock',
  functionName: 'ReserveStockFunction',
  word: 'stock',
  bundle: '@order-workflow/stock/lambda/reserve-stock',
  needs: stockNeeds,
  receipt: reservationReceiptSchema,
  rejections: [StockShort],
  rejectedAs: 'rejected',
  faults: [StockUnavailable],
  patienceSeconds: 60,
  apology: { failed: 'your order could not be completed', rejected: 'there is not enough in stock' },
  findings: [
    {
      name: 'heldAfterEnd',
      heading: 'Stock was held after its order',
      says: 'Stock was held for an order that had ended with nothing held: nobody had given it back.',
      runbook: `Reserve Stock asked the order store after what was held of a product, as it does before it turns anybody away and now and then, and
found an attempt that had ended with nothing held, whose note did not say \`released\`. It has given the pieces back: nothing is to be
mended in the table, and nobody was turned away for them. But the order ended without its undo:

1. Find the order: in the logs of Reserve Stock the line with \`heldAfterEnd\` above 0 says when. In the table of stock the notes
   \`order-<id>-stock\` of orders that ended before then say \`released\` without \`reasons\`.
2. See how it ended: by an execution whose definition, or a cancellation whose, has no Release Stock? Then it began before the stage
   was added, or the stage was taken back: as it should be.
3. Else somebody has skipped or closed it by hand, or the composition is wrong: keep its history, and tell who owns the stage.`,
    },
  ],
  /** All that is asked of the tables is given up after ten seconds. */
  timeoutSeconds: 15,
  memoryMb: 128,
  access: { tables: [stockTable, ordersRead] },
});

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
  /** All that is asked of the tables is given up after ten seconds. */
  timeoutSeconds: 15,
  memoryMb: 128,
  access: { tables: [stockTable, ordersRead] },
});

import { defineStage } from '@order-workflow/stage-kit';
import { reservationReceiptSchema } from './reservation-receipt.ts';
import { StockShort, StockUnavailable } from './stock-failures.ts';
import { stockNeeds } from './stock-needs.ts';
import { ordersRead, stockTable } from './stock-tables.ts';

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

export { CancellationRejected, NothingToCancel, OrderNeverAccepted, OrderNotPlaced } from './cancellation-failures.ts';
export { takeOrderOver } from './take-order-over-stage.ts';
export { type TakeoverReceipt, takeoverReceiptSchema } from './takeover-receipt.ts';

export {
  CancellationRejected,
  NothingToCancel,
  OrderNeverAccepted,
  OrderNotPlaced,
  type TakeoverReceipt,
  takeOrderOver,
  takeoverReceiptSchema,
} from './take-order-over-stage.ts';

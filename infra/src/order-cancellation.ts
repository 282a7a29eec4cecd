import { OrderNeverAccepted, OrderNotPlaced, takeOrderOver } from '@order-workflow/cancel';
import type { CancellationSentence } from './composition/plan-cancellation.ts';

/** With what each cancellation of an order begins, whatever the workflow's sentence says. */
export const orderCancellation: CancellationSentence = {
  takeOver: takeOrderOver,
  notPlaced: OrderNotPlaced,
  neverAccepted: OrderNeverAccepted,
};

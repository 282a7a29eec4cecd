import { receive } from '@order-workflow/infra';
import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { validateOrder } from '@order-workflow/validate';
import { checkFraud } from './check-fraud-stage.ts';

/** The order workflow with the shop's own stage in it. */
export const shopWorkflow = receive(validateOrder)
  .next(checkFraud)
  .next(processPayment, { undo: refundPayment })
  .next(shipOrder, { undo: cancelShipment })
  .tell(notifyCustomer);

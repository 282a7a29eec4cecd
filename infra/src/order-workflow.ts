import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { validateOrder } from '@order-workflow/validate';
import { receive } from './composition/workflow.ts';

/** The order workflow. A stage of your own goes between two of these lines; the types say whether it may stand there. */
export const orderWorkflow = receive(validateOrder)
  .next(processPayment, { undo: refundPayment })
  .next(shipOrder, { undo: cancelShipment })
  .tell(notifyCustomer);

import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { validateOrder } from '@order-workflow/validate';
import { receive } from '../src/composition/workflow.ts';

/** The first four stages, whatever stands between them by now. */
export const firstFour = receive(validateOrder)
  .next(processPayment, { undo: refundPayment })
  .next(shipOrder, { undo: cancelShipment })
  .tell(notifyCustomer);

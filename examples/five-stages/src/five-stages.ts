import { receive } from '@order-workflow/infra';
import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { releaseStock, reserveStock } from '@order-workflow/stock';
import { validateOrder } from '@order-workflow/validate';

/** The order workflow, whose pieces are held before they are paid for. */
export const fiveStages = receive(validateOrder)
  .next(reserveStock, { undo: releaseStock })
  .next(processPayment, { undo: refundPayment })
  .next(shipOrder, { undo: cancelShipment })
  .tell(notifyCustomer);

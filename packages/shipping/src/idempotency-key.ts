import { operationKey } from '@order-workflow/order-domain';

/** `order-12345-ship`, and of the order's second attempt `order-12345.2-ship` */
export function shipKey(orderId: string, attempt: number | undefined): string {
  return operationKey(orderId, 'ship', attempt);
}

/** `order-12345-cancel` */
export function cancelKey(orderId: string, attempt: number | undefined): string {
  return operationKey(orderId, 'cancel', attempt);
}

import { operationKey } from '@order-workflow/order-domain';

/** `order-12345-ship` */
export function shipKey(orderId: string): string {
  return operationKey(orderId, 'ship');
}

/** `order-12345-cancel` */
export function cancelKey(orderId: string): string {
  return operationKey(orderId, 'cancel');
}

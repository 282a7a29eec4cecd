import { executionName } from '@order-workflow/order-domain';

/** The name of an execution that cancels an order: `cancel-12345`, and `cancel2-12345` of the second. */
export function nameCancellation(orderId: string, ordinal = 1): string {
  return executionName(orderId, ordinal).replace(/^order/, 'cancel');
}

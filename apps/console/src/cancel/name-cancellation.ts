import { nameOrder } from '../order/name-execution.ts';

/** The name that the command line gives to the execution that cancels an order; undefined where the id is not readable. */
export function nameCancellation(orderId: string, ordinal = 1): string | undefined {
  return nameOrder(orderId)?.replace(/^order/, ordinal === 1 ? 'cancel' : `cancel${ordinal}`);
}

/** Whether an execution is named so, as whichever cancellation of the order. */
export function isNamedCancellation(name: string, orderId: string): boolean {
  return name.replace(/^cancel\d*(?=[-_])/, 'order') === nameOrder(orderId);
}

import { operationKey } from '@order-workflow/order-domain';

/** `order-12345-charge` */
export function chargeKey(orderId: string): string {
  return operationKey(orderId, 'charge');
}

/**
 * `order-12345-refund`. The gateway replays its answer to a key, so only a refund that *the gateway's ledger* says has
 * failed for good makes the next one new: `order-12345-refund-2`. An attempt of ours never does.
 */
export function refundKey(orderId: string, failedRefunds: number): string {
  return operationKey(orderId, failedRefunds === 0 ? 'refund' : `refund-${failedRefunds + 1}`);
}

import { operationKey } from '@order-workflow/order-domain';

/** `order-12345-charge`, and of the order's second attempt `order-12345.2-charge` */
export function chargeKey(orderId: string, attempt: number | undefined): string {
  return operationKey(orderId, 'charge', attempt);
}

/**
 * `order-12345-refund`. The gateway replays its answer to a key, so only a refund that *the gateway's ledger* says has
 * failed for good makes the next one new: `order-12345-refund-2`. A repetition of ours never does.
 */
export function refundKey(orderId: string, attempt: number | undefined, failedRefunds: number): string {
  return operationKey(orderId, failedRefunds === 0 ? 'refund' : `refund-${failedRefunds + 1}`, attempt);
}

import type { OrderEnd } from '@order-workflow/order-domain';

/** The `source` of the events. */
export const orderEventSource = 'order-workflow';

/** Their types (`detail-type`), by how the order ended. */
export const orderEventTypes = {
  fulfilled: 'OrderFulfilled',
  rejected: 'OrderRejected',
  declined: 'OrderDeclined',
  refunded: 'OrderRefunded',
  cancelled: 'OrderCancelled',
} as const satisfies Readonly<Record<OrderEnd, string>>;

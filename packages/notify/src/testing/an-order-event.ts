import type { OrderEvent } from '../events/order-event.ts';

/** The event of a fulfilled order; it differs by these fields. */
export function anOrderEvent(fields: Partial<OrderEvent> = {}): OrderEvent {
  return {
    version: 1,
    id: 'order-12345-notice-fulfilled-1',
    sequence: 1,
    orderId: '12345',
    attempt: 1,
    outcome: 'fulfilled',
    lines: [{ sku: 'SKU001', quantity: 2 }],
    total: { amount: 3998, currency: 'EUR' },
    ...fields,
  };
}

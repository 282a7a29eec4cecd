import type { Order } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import fc from 'fast-check';

/** What an order is like; its id is given when it is placed. */
export interface OrderCase {
  readonly quantity: number;
  readonly sentHome: boolean;
  /** How the customer's side of it is wrong, if it is. */
  readonly flaw?: 'declined' | 'invalid';
}

/** What one costs, in minor units: the ledger is held to this, not to what the workflow worked out. */
const unitPrice = 1_999;

export const orderCases: fc.Arbitrary<OrderCase> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 99 }),
    sentHome: fc.boolean(),
    flaw: fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('declined' as const, 'invalid' as const) },
    ),
  })
  .map(({ flaw, ...order }) => ({ ...order, ...(flaw && { flaw }) }));

/** What the order costs when it is fulfilled, in minor units. */
export function priceOf({ quantity }: OrderCase): number {
  return quantity * unitPrice;
}

/** The order as it is placed. */
export function orderOf({ quantity, sentHome, flaw }: OrderCase, orderId: string): Order {
  const order = anOrder().with({
    orderId,
    items: [{ sku: flaw === 'invalid' ? 'NO-SUCH' : 'SKU001', quantity }],
    ...(flaw === 'declined' && { paymentToken: 'sim-declined' }),
  });
  return (sentHome ? order.sentTo() : order).build();
}

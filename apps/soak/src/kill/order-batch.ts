import type { Order } from '@order-workflow/order-domain';
import { anAddress } from '@order-workflow/order-domain/testing';
import { type OrderCase, orderOf } from '../order-case.ts';

/** An order as it is placed, and what it is like. */
export interface PlannedOrder {
  readonly order: Order;
  readonly case: OrderCase;
}

/** How many of each kind there are in a hundred; all others are good. */
const share = { declined: 10, invalid: 5, refused: 15 };
const mostPieces = 99;

/** Orders of one batch, drawn by random numbers in [0, 1). */
export function orderBatch(batch: number, size: number, random: () => number): readonly PlannedOrder[] {
  return Array.from({ length: size }, (_, index) => {
    const quantity = 1 + Math.floor(random() * mostPieces);
    const kind = random() * 100;
    const orderId = `batch-${batch}-${index + 1}`;
    const order: OrderCase = {
      customerEmail: 'test@example.com',
      items: [{ sku: 'SKU001', quantity }],
      paymentMethod: 'CreditCard',
    };
    if (kind < share.declined) return planned({ ...order, flaw: 'declined' }, orderId);
    if (kind < share.declined + share.invalid) return planned({ ...order, flaw: 'invalid' }, orderId);
    const good = planned({ ...order, shippingAddress: anAddress }, orderId);
    return kind > 100 - share.refused ? { ...good, order: refused(good.order) } : good;
  });
}

function planned(given: OrderCase, orderId: string): PlannedOrder {
  return { case: given, order: orderOf(given, orderId) };
}

/** The carrier does not take a parcel that goes there (README of `simulators`). */
function refused(order: Order): Order {
  const { shippingAddress } = order;
  return shippingAddress ? { ...order, shippingAddress: { ...shippingAddress, postalCode: 'SIM-REFUSED' } } : order;
}

import type { Order, OrderLine } from '../order.ts';
import type { ShippingAddress } from '../shipping-address.ts';

/** A valid order, built up by what matters to a test: `anOrder().withLine({ sku: 'SKU001', quantity: 2 })`. */
export function anOrder(): OrderBuilder {
  return new OrderBuilder({
    orderId: '12345',
    customerEmail: 'test@example.com',
    items: [{ sku: 'SKU001', quantity: 2 }],
    paymentMethod: 'CreditCard',
  });
}

/** An address that every carrier here serves. */
export const anAddress = {
  line1: '1 Example Street',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
} satisfies ShippingAddress;

class OrderBuilder {
  readonly #order: Order;

  constructor(order: Order) {
    this.#order = order;
  }

  /** Replaces fields of the order. */
  with(fields: Partial<Order>): OrderBuilder {
    return new OrderBuilder({ ...this.#order, ...fields });
  }

  /** Adds a line to those the order has. */
  withLine(line: OrderLine): OrderBuilder {
    return this.with({ items: [...this.#order.items, line] });
  }

  /** Has the order sent to an address, which differs from the default one by these fields. */
  sentTo(address: Partial<ShippingAddress> = {}): OrderBuilder {
    return this.with({ shippingAddress: { ...anAddress, ...address } });
  }

  build(): Order {
    return this.#order;
  }
}

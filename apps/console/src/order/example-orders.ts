export interface ExampleOrder {
  /** What comes of it, in a few words. */
  readonly title: string;
  readonly order: Readonly<Record<string, unknown>>;
}

const sample = {
  orderId: '12345',
  customerEmail: 'test@example.com',
  items: [{ sku: 'SKU001', quantity: 2 }],
  paymentMethod: 'CreditCard',
} as const;

/** Orders to start with. The first is the sample order; the simulators know the others by their magic values. */
export const exampleOrders: readonly [ExampleOrder, ...ExampleOrder[]] = [
  { title: 'Sample order: is fulfilled', order: sample },
  {
    title: 'Declined card: nothing is charged',
    order: { ...sample, orderId: 'declined-card', paymentToken: 'sim-declined' },
  },
  {
    title: 'Refused parcel: the charge is refunded',
    order: {
      ...sample,
      orderId: 'shipment-refused',
      shippingAddress: { line1: '1 Example Street', city: 'Berlin', postalCode: 'SIM-REFUSED', country: 'DE' },
    },
  },
  {
    title: 'Several things wrong: is rejected',
    order: {
      ...sample,
      orderId: 'several-things-wrong',
      customerEmail: 'test.example.com',
      items: [{ sku: 'SKU999', quantity: 1 }],
      paymentMethod: 'Seashells',
    },
  },
];

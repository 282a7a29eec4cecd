export interface ExampleOrder {
  readonly title: string;
  /** What comes of it, in a few words. */
  readonly comesOfIt: string;
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
  { title: 'Sample order', comesOfIt: 'is fulfilled', order: sample },
  {
    title: 'Declined card',
    comesOfIt: 'is declined, and nothing is charged',
    order: { ...sample, orderId: 'declined-card', paymentToken: 'sim-declined' },
  },
  {
    title: 'Refused parcel',
    comesOfIt: 'is charged, and then refunded',
    order: {
      ...sample,
      orderId: 'shipment-refused',
      shippingAddress: { line1: '1 Example Street', city: 'Berlin', postalCode: 'SIM-REFUSED', country: 'DE' },
    },
  },
  {
    title: 'Several things wrong',
    comesOfIt: 'is rejected, and each reason is named',
    order: {
      ...sample,
      orderId: 'several-things-wrong',
      customerEmail: 'test.example.com',
      items: [
        { sku: 'SKU999', quantity: 1 },
        { sku: 'SKU005', quantity: 3 },
      ],
      paymentMethod: 'Seashells',
    },
  },
];

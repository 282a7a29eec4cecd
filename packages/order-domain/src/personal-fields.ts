/** Fields that say who the customer is, or may. Their values never appear in an error or a log line. */
export const personalFields: ReadonlySet<string> = new Set([
  'attributes',
  'customerEmail',
  'customerName',
  'customerPhone',
  'shippingAddress',
  'paymentToken',
]);

/** The fields of an order that say who is told of it, and by which number. */
export const contactFields = ['orderId', 'customerEmail', 'customerName'] as const;

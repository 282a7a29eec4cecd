/** The fields of an order that say who is told of it, and by which number. */
export const contactFields = ['orderId', 'customerEmail', 'customerName'] as const;

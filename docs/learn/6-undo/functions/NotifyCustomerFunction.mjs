/** Writes to the customer. */
export const handler = async ({ orderId, outcome }) => `Order ${orderId}: ${outcome}`;

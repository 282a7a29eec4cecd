/** Charges an order. */
export const handler = async ({ orderId, amount }) => ({ charge: `ch_${orderId}`, amount });

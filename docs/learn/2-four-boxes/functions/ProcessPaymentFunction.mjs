/** Charges what the order costs. */
export const handler = async ({ orderId, validation }) => ({ charge: `ch_${orderId}`, amount: validation.total });

/** Gives back what was charged. */
export const handler = async ({ orderId, payment }) => ({ refund: `re_${orderId}`, amount: payment.amount });

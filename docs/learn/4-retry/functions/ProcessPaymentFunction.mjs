let calls = 0;

/** Charges an order. For the first two calls its gateway is away. */
export const handler = async ({ orderId, amount }) => {
  calls += 1;
  if (calls < 3) throw Object.assign(new Error(`no answer to call ${calls}`), { name: 'GatewayUnavailable' });
  return { charge: `ch_${orderId}`, amount };
};

/** Charges an order. It has to know which. */
export const handler = async ({ orderId }) => {
  if (orderId === undefined) throw Object.assign(new Error('which order?'), { name: 'OrderUnknown' });
  return { charge: `ch_${orderId}` };
};

import { charge, countCharges } from './functions/gateway.mjs';

/** Charges an order once, however often it is asked: the key is made of what is done, and not of when. */
export const handler = async ({ orderId, amount }) => {
  charge(`order-${orderId}-charge`, orderId, amount);
  return { orderId, charges: countCharges(orderId) };
};

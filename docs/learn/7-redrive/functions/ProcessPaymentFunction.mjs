import { randomUUID } from 'node:crypto';
import { charge, countCharges } from './gateway.mjs';

/** Charges an order, under a key of its own each time. */
export const handler = async ({ orderId, amount }) => {
  charge(randomUUID(), orderId, amount);
  return { orderId, charges: countCharges(orderId) };
};

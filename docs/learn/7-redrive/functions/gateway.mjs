/** A payment gateway. What it has charged, by the key of the request: a key is charged once, however often it comes. */
const charges = new Map();
const answered = new Set();

/** Charges an order. Its first answer about an order is lost on the way. */
export function charge(key, orderId, amount) {
  if (!charges.has(key)) charges.set(key, { orderId, amount });
  if (answered.has(orderId)) return;
  answered.add(orderId);
  throw Object.assign(new Error('the answer was lost'), { name: 'GatewayTimeout' });
}

/** How often an order has been charged. */
export function countCharges(orderId) {
  return [...charges.values()].filter((charged) => charged.orderId === orderId).length;
}

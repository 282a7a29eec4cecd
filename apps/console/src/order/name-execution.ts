const orderId = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The name that `order place` gives to the execution of an input, so that an order is started once, whoever starts it.
 * It is made from the order's id, or of the content when there is no good id.
 */
export async function nameExecution(input: unknown): Promise<string> {
  const id = typeof input === 'object' && input !== null && 'orderId' in input ? input.orderId : undefined;
  if (typeof id === 'string' && orderId.test(id)) return `order-${id}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(input)));
  const hex = [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `order-unidentified-${hex}`;
}

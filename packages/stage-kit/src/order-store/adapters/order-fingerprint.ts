import { orderContent } from '@order-workflow/order-domain';

/** Makes the fingerprint of what an order asks for. */
export type OrderFingerprint = (order: unknown) => string;

/** A key that is shorter could be guessed, and with it what customers asked for. */
const shortestKey = 32;

/**
 * Fingerprints by HMAC-SHA-256 under this key, 43 characters each. The key belongs to the table for ever: under another
 * one a declined card would not be known again.
 *
 * @throws RangeError when the key is shorter than 32 characters; it is not repeated
 */
export function orderFingerprint(key: string): OrderFingerprint {
  if (key.length < shortestKey)
    throw new RangeError(`the key of the fingerprints has ${key.length} characters, expected at least ${shortestKey}`);
  return (order) => {
    // Loaded when the first order comes: a cold start need not wait for it.
    const { createHmac } = process.getBuiltinModule('node:crypto');
    return createHmac('sha256', key).update(orderContent(order)).digest('base64url');
  };
}

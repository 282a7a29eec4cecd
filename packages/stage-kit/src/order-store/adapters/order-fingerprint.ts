import { customerAddress, orderContent } from '@order-workflow/order-domain';

/** Makes the fingerprint of what an order asks for. */
export type OrderFingerprint = (order: unknown) => string;

/** Makes the hash by which the orders of a customer are found; undefined of an order without an address that mail could reach. */
export type CustomerHash = (order: unknown) => string | undefined;

/** A key that is shorter could be guessed, and with it what customers asked for. */
const shortestKey = 32;

/**
 * Fingerprints by HMAC-SHA-256 under this key, 43 characters each. The key belongs to the table for ever: under another
 * one a declined card would not be known again.
 *
 * @throws RangeError when the key is shorter than 32 characters; it is not repeated
 */
export function orderFingerprint(key: string): OrderFingerprint {
  const hash = keyedHash(key);
  return (order) => hash(orderContent(order));
}

/**
 * Hashes of customers under the same key, so that a table tells nobody without it whose orders it has.
 *
 * @throws RangeError when the key is shorter than 32 characters; it is not repeated
 */
export function customerHash(key: string): CustomerHash {
  const hash = keyedHash(key);
  return (order) => {
    const address = customerAddress(order);
    return address && hash(`customer ${address}`);
  };
}

/**
 * Hashes of texts under this key: what begins otherwise is another use of it.
 *
 * @throws RangeError when the key is shorter than 32 characters; it is not repeated
 */
export function keyedHash(key: string): (text: string) => string {
  if (key.length < shortestKey)
    throw new RangeError(`the key of the fingerprints has ${key.length} characters, expected at least ${shortestKey}`);
  return (text) => {
    // Loaded when the first order comes: a cold start need not wait for it.
    const { createHmac } = process.getBuiltinModule('node:crypto');
    return createHmac('sha256', key).update(text).digest('base64url');
  };
}

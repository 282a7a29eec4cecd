import type { ApiRequest } from './api-request.ts';

/** What can be seen of ASCII, and spaces within; as long as gateways take one. */
const usable = /^[!-~]([ -~]{0,253}[!-~])?$/;

/**
 * The key by which a request is known again (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/);
 * undefined where there is none of 1 to 255 characters of ASCII that can be seen.
 */
export function idempotencyKey({ headers }: ApiRequest): string | undefined {
  const given = headers['idempotency-key']?.trim();
  return given !== undefined && usable.test(given) ? given : undefined;
}

export const keyExpected = 'Idempotency-Key: expected 1 to 255 characters of ASCII that can be seen, one key an order';

import { cachedCredential } from './cached-credential.ts';
import type { JsonService } from './exchange-json.ts';

/** Milliseconds for one call of a service, and the most that may be set: the time-outs of stages count on it. */
export const callTimeoutMs = 5_000;

/** Milliseconds for reading a service's credential, which an invocation does once at most. */
export const secretTimeoutMs = 3_000;

/**
 * The service of this name, as a deployment has set it; undefined when it has no address, so that a stage may simulate it.
 * With `PAYMENT_GATEWAY`: its address is `PAYMENT_GATEWAY_URL`, `PAYMENT_GATEWAY_TIMEOUT_MS` shortens a call, and
 * `PAYMENT_GATEWAY_SECRET_ARN` names the secret whose text it is shown as a bearer token. An empty value is the same as none.
 *
 * @throws RangeError when a setting is wrong
 */
export function jsonServiceFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): JsonService | undefined {
  const url = environment[`${name}_URL`];
  const timeoutMs = Number(environment[`${name}_TIMEOUT_MS`] || callTimeoutMs);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > callTimeoutMs)
    throw new RangeError(`${name}_TIMEOUT_MS must be a whole number of 1 to ${callTimeoutMs}`);
  const secret = environment[`${name}_SECRET_ARN`];
  if (!url && secret) throw new RangeError(`${name}_SECRET_ARN: given without ${name}_URL, expected both`);
  if (!url) return undefined;
  if (!secret) return { url, timeoutMs };
  const fetch = async () => (await import('./read-secret.ts')).readSecret(secret);
  return { url, timeoutMs, credential: cachedCredential({ fetch, clock: Date, timeoutMs: secretTimeoutMs }) };
}

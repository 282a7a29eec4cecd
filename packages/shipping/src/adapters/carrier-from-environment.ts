import { cachedCredential } from '@order-workflow/stage-kit/http';
import type { Carrier } from '../ports/carrier.ts';
import { httpCarrier } from './http-carrier.ts';
import { simulatedCarrier } from './simulated-carrier.ts';

/** Milliseconds for one call of the carrier, and the most that may be set: the stages' own time-outs count on it. */
export const callTimeoutMs = 5_000;

/** Milliseconds for reading the credential, which an invocation does once at most. */
export const secretTimeoutMs = 3_000;

/**
 * The carrier at `CARRIER_URL`, or the simulated one when none is set. `CARRIER_TIMEOUT_MS` shortens a call.
 * `CARRIER_SECRET_ARN` names the secret whose text the carrier is shown as a bearer token. An empty value is the same as
 * none.
 *
 * @throws RangeError when a setting is wrong
 */
export function carrierFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  stage: 'book' | 'undo',
): Carrier {
  const url = environment['CARRIER_URL'];
  const timeoutMs = Number(environment['CARRIER_TIMEOUT_MS'] || callTimeoutMs);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > callTimeoutMs)
    throw new RangeError(`CARRIER_TIMEOUT_MS must be a whole number of 1 to ${callTimeoutMs}`);
  const secret = environment['CARRIER_SECRET_ARN'];
  if (!url && secret) throw new RangeError('CARRIER_SECRET_ARN: given without CARRIER_URL, expected both');
  if (!url) return simulatedCarrier({ stage, clock: Date });
  if (!secret) return httpCarrier({ url, timeoutMs });
  const fetch = async () => (await import('./read-secret.ts')).readSecret(secret);
  return httpCarrier({
    url,
    timeoutMs,
    credential: cachedCredential({ fetch, clock: Date, timeoutMs: secretTimeoutMs }),
  });
}

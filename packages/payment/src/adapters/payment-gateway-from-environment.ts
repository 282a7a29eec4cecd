import { cachedCredential } from '@order-workflow/stage-kit/http';
import type { PaymentGateway } from '../ports/payment-gateway.ts';
import { httpPaymentGateway } from './http-payment-gateway.ts';
import { simulatedPaymentGateway } from './simulated-payment-gateway.ts';

/** Milliseconds for one call of the gateway, and the most that may be set: the stages' own time-outs count on it. */
export const callTimeoutMs = 5_000;

/** Milliseconds for reading the credential, which an invocation does once at most. */
export const secretTimeoutMs = 3_000;

/**
 * The gateway at `PAYMENT_GATEWAY_URL`, or the simulated one when none is set. `PAYMENT_GATEWAY_TIMEOUT_MS` shortens a
 * call. `PAYMENT_GATEWAY_SECRET_ARN` names the secret whose text the gateway is shown as a bearer token. An empty value
 * is the same as none.
 *
 * @throws RangeError when a setting is wrong
 */
export function paymentGatewayFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  stage: 'charge' | 'undo',
): PaymentGateway {
  const url = environment['PAYMENT_GATEWAY_URL'];
  const timeoutMs = Number(environment['PAYMENT_GATEWAY_TIMEOUT_MS'] || callTimeoutMs);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > callTimeoutMs)
    throw new RangeError(`PAYMENT_GATEWAY_TIMEOUT_MS must be a whole number of 1 to ${callTimeoutMs}`);
  const secret = environment['PAYMENT_GATEWAY_SECRET_ARN'];
  if (!url && secret)
    throw new RangeError('PAYMENT_GATEWAY_SECRET_ARN: given without PAYMENT_GATEWAY_URL, expected both');
  if (!url) return simulatedPaymentGateway({ stage, clock: Date });
  if (!secret) return httpPaymentGateway({ url, timeoutMs });
  const fetch = async () => (await import('./read-secret.ts')).readSecret(secret);
  return httpPaymentGateway({
    url,
    timeoutMs,
    credential: cachedCredential({ fetch, clock: Date, timeoutMs: secretTimeoutMs }),
  });
}

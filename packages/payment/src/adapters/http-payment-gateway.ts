import { exchangeJson, type JsonAnswer, type JsonService } from '@order-workflow/stage-kit/http';
import type { GatewayAnswer, PaymentGateway } from '../ports/payment-gateway.ts';
import { readChargeBody } from './charge-body.ts';

/**
 * A gateway over HTTP, by the REST interface that the README lists. Every answer is read as far as it is certain: what
 * may have had its effect is `unknown`, and only what certainly did nothing is `unavailable`.
 *
 * @throws RangeError when the address may not be used
 */
export function httpPaymentGateway(service: JsonService): PaymentGateway {
  const exchange = exchangeJson(service);
  const path = (key: string) => `charges/${encodeURIComponent(key)}`;
  return {
    async find({ key }) {
      const answer = await exchange({ method: 'GET', path: path(key) });
      // Asking has no effect: a gateway that fails while it is asked is merely unavailable.
      if (answer.kind === 'response' && answer.status >= 500) return unavailable(answer);
      return read(answer, key);
    },
    async charge({ key, amount, method, token }) {
      const body = { key, amount, method, token };
      return read(await exchange({ method: 'POST', path: 'charges', idempotencyKey: key, body }), key);
    },
    async refund({ key, chargeId, amount, charge }) {
      const body = { chargeId, amount, chargeKey: charge.key };
      return read(await exchange({ method: 'POST', path: 'refunds', idempotencyKey: key, body }), charge.key);
    },
    async void({ key }) {
      return read(await exchange({ method: 'PUT', path: `${path(key)}/void` }), key);
    },
    async block({ key }) {
      return read(await exchange({ method: 'PUT', path: `${path(key)}/block` }), key);
    },
  };
}

type Response = Extract<JsonAnswer, { kind: 'response' }>;

function read(answer: JsonAnswer, key: string): GatewayAnswer {
  if (answer.kind === 'not-sent') return { kind: 'unavailable', detail: answer.detail };
  if (answer.kind === 'lost') return { kind: 'unknown', detail: answer.detail };
  const { status, body } = answer;
  const charge = readChargeBody(body, key);
  if (status >= 200 && status < 300) return charge ?? unreadable(status);
  switch (status) {
    // A refund may be answered 402 too: only a charge that says that it is declined holds nothing.
    case 402:
    case 409:
      return charge ?? unreadable(status);
    case 404:
      return isNoCharge(body) ? { kind: 'none' } : unavailable(answer);
    case 400:
    case 422:
      return { kind: 'misused', detail: `answered ${status}, as for a key that was used for something else` };
    default:
      return status >= 500 || status === 408 ? unreadable(status) : unavailable(answer);
  }
}

function unreadable(status: number): GatewayAnswer {
  return { kind: 'unknown', detail: `answered ${status} without saying how the charge stands` };
}

function unavailable({ status, retryAfterSeconds }: Response): GatewayAnswer {
  const wait = retryAfterSeconds === undefined ? '' : ` and asks to wait ${retryAfterSeconds} s`;
  return { kind: 'unavailable', detail: `answered ${status}${wait}` };
}

/** A 404 of the gateway itself, not of something on the way to a wrong address. */
function isNoCharge(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body && body.error === 'no-such-charge';
}

import { exchangeJson, type JsonAnswer, type JsonService } from '@order-workflow/stage-kit/http';
import type { Carrier, CarrierAnswer } from '../ports/carrier.ts';
import { readShipmentBody } from './shipment-body.ts';

/**
 * A carrier over HTTP, by the REST interface that the README lists. Every answer is read as far as it is certain: what
 * may have had its effect is `unknown`, and only what certainly did nothing is `unavailable`.
 *
 * @throws RangeError when the address may not be used
 */
export function httpCarrier(service: JsonService): Carrier {
  const exchange = exchangeJson(service);
  const path = (key: string) => `shipments/${encodeURIComponent(key)}`;
  return {
    async find({ key }) {
      const answer = await exchange({ method: 'GET', path: path(key) });
      // Asking has no effect: a carrier that fails while it is asked is merely unavailable.
      if (answer.kind === 'response' && answer.status >= 500) return unavailable(answer);
      return read(answer, key);
    },
    async book(shipment) {
      const { key } = shipment;
      return read(await exchange({ method: 'POST', path: 'shipments', idempotencyKey: key, body: shipment }), key);
    },
    async cancel({ key, shipmentId, shipment }) {
      const body = { shipmentId, shipmentKey: shipment.key };
      return read(await exchange({ method: 'POST', path: 'cancellations', idempotencyKey: key, body }), shipment.key);
    },
    async block({ key }) {
      return read(await exchange({ method: 'PUT', path: `${path(key)}/block` }), key);
    },
  };
}

type Response = Extract<JsonAnswer, { kind: 'response' }>;

function read(answer: JsonAnswer, key: string): CarrierAnswer {
  if (answer.kind === 'not-sent') return { kind: 'unavailable', detail: answer.detail };
  if (answer.kind === 'lost') return { kind: 'unknown', detail: answer.detail };
  const { status, body } = answer;
  if ((status >= 200 && status < 300) || status === 409) return readShipmentBody(body, key) ?? unreadable(status);
  switch (status) {
    case 404:
      return isNoShipment(body) ? { kind: 'none' } : unavailable(answer);
    case 400:
    case 422:
      return { kind: 'misused', detail: `answered ${status}, as for a key that was used for something else` };
    default:
      return status >= 500 || status === 408 ? unreadable(status) : unavailable(answer);
  }
}

function unreadable(status: number): CarrierAnswer {
  return { kind: 'unknown', detail: `answered ${status} without saying how the shipment stands` };
}

function unavailable({ status, retryAfterSeconds }: Response): CarrierAnswer {
  const wait = retryAfterSeconds === undefined ? '' : ` and asks to wait ${retryAfterSeconds} s`;
  return { kind: 'unavailable', detail: `answered ${status}${wait}` };
}

/** A 404 of the carrier itself, not of something on the way to a wrong address. */
function isNoShipment(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body && body.error === 'no-such-shipment';
}

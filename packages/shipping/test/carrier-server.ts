import {
  type Mischief,
  type ServedAnswer,
  type ServedRequest,
  startUnreliableServer,
  type UnreliableServerOptions,
} from '@order-workflow/stage-kit/testing/http';
import type { CancelRequest, CarrierAnswer, ShipmentRequest } from '../src/ports/carrier.ts';
import { ShipmentLedger } from './shipment-ledger.ts';

/** A carrier on loopback with the REST interface of the README, a ledger, and mischief on demand; with a token, it wants to see it. */
export async function startCarrier(options: Pick<UnreliableServerOptions, 'token' | 'onSilence'> = {}) {
  const ledger = new ShipmentLedger();
  const server = await startUnreliableServer({
    ...options,
    serve: (request) => answerTo(request, serve(ledger, request)),
    mischiefOf: ({ method, path, body }) =>
      method === 'POST' && path === '/v1/shipments' ? byPostalCode(body as Sent) : undefined,
  });
  return { ...server, ledger };
}

interface Answer {
  readonly key: string;
  readonly answer: CarrierAnswer;
}

/** What the adapter under test sends: a shipment, or a cancellation with the key of its shipment. */
type Sent = ShipmentRequest | (Pick<CancelRequest, 'shipmentId'> & { readonly shipmentKey: string });

function serve(ledger: ShipmentLedger, { method, path, body: sent }: ServedRequest): Answer {
  const body = sent as Sent | undefined;
  const [, , , key = '', action] = path.split('/');
  if (body && 'shipmentKey' in body)
    return { key: body.shipmentKey, answer: ledger.cancel(body.shipmentKey, body.shipmentId) };
  if (body && method === 'POST') return { key: body.key, answer: ledger.book(body) };
  if (action === 'block') return { key, answer: ledger.block(key) };
  return { key, answer: ledger.find(key) };
}

function answerTo({ method }: ServedRequest, { key, answer: { kind, ...entry } }: Answer): ServedAnswer {
  const status = statusOf(kind, method);
  return { status, body: status === 404 ? { error: 'no-such-shipment' } : { key, status: kind, ...entry } };
}

function statusOf(kind: CarrierAnswer['kind'], method: string): number {
  if (kind === 'none') return 404;
  if (kind === 'misused') return 422;
  if (method === 'GET') return 200;
  if (method === 'POST') return { booked: 201, cancelled: 200 }[kind as 'booked'] ?? 409;
  return kind === 'blocked' ? 200 : 409;
}

function byPostalCode(body: Sent | undefined): Mischief | undefined {
  const address = body && 'address' in body ? body.address : undefined;
  if (address?.postalCode === 'LOST' || address?.postalCode === 'DEPARTED') return 'cut-after';
  return address?.postalCode === 'DOWN' ? 'throttled' : undefined;
}

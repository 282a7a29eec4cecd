import {
  type Mischief,
  type ServedAnswer,
  type ServedRequest,
  startUnreliableServer,
  type UnreliableServerOptions,
} from '@order-workflow/stage-kit/testing/http';
import type { ChargeRequest, GatewayAnswer, RefundRequest } from '../src/ports/payment-gateway.ts';
import { PaymentLedger } from './payment-ledger.ts';

/** A payment gateway on loopback with the REST interface of the README, a ledger, and mischief on demand; with a token, it wants to see it. */
export async function startGateway(options: Pick<UnreliableServerOptions, 'token' | 'onSilence'> = {}) {
  const ledger = new PaymentLedger();
  const server = await startUnreliableServer({
    ...options,
    serve: (request) => answerTo(request, serve(ledger, request)),
    mischiefOf: ({ method, path, body }) =>
      method === 'POST' && path === '/v1/charges' ? byToken(body as Sent) : undefined,
  });
  return { ...server, ledger };
}

interface Answer {
  readonly key: string;
  readonly answer: GatewayAnswer;
}

/** What the adapter under test sends: a charge, or a refund with the key of its charge. */
type Sent = ChargeRequest | (Pick<RefundRequest, 'chargeId' | 'amount'> & { readonly chargeKey: string });

function serve(ledger: PaymentLedger, { method, path, key: idempotencyKey, body: sent }: ServedRequest): Answer {
  const body = sent as Sent | undefined;
  const [, , , key = '', action] = path.split('/');
  if (body && 'chargeKey' in body) {
    const { chargeKey, chargeId, amount } = body;
    return { key: chargeKey, answer: ledger.refund(String(idempotencyKey), chargeKey, chargeId, amount) };
  }
  if (body && method === 'POST') return { key: body.key, answer: ledger.charge(body) };
  if (action === 'void') return { key, answer: ledger.void(key) };
  if (action === 'block') return { key, answer: ledger.block(key) };
  return { key, answer: ledger.find(key) };
}

function answerTo({ method }: ServedRequest, { key, answer: { kind, ...entry } }: Answer): ServedAnswer {
  const status = statusOf(kind, method);
  return { status, body: status === 404 ? { error: 'no-such-charge' } : { key, status: kind, ...entry } };
}

function statusOf(kind: GatewayAnswer['kind'], method: string): number {
  if (kind === 'none') return 404;
  if (kind === 'misused') return 422;
  if (method === 'GET') return 200;
  if (method === 'POST')
    return { charged: 201, pending: 202, refunding: 202, refunded: 201, declined: 402 }[kind as 'charged'] ?? 409;
  return kind === 'blocked' || kind === 'voided' ? 200 : 409;
}

function byToken(body: Sent | undefined): Mischief | undefined {
  const token = body && 'token' in body ? body.token : undefined;
  return token === 'lost' ? 'cut-after' : token === 'down' ? 'throttled' : undefined;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChargeRequest, GatewayAnswer, RefundRequest } from '../src/ports/payment-gateway.ts';
import { PaymentLedger } from './payment-ledger.ts';

/** What the server does instead of answering: `before` the ledger hears of the request or `after` it. */
export type Mischief =
  | `${'cut' | 'silence' | 'status-500' | 'status-503'}-${'before' | 'after'}`
  | 'malformed-after'
  | 'half-after'
  | 'drip-after'
  | 'endless-after'
  | 'other-key-after'
  | 'throttled'
  | 'unauthorized'
  | 'conflict'
  | 'payment-required'
  | 'moved'
  | 'lost-address';

const statuses: Partial<Record<Mischief, number>> = {
  'status-500-before': 500,
  'status-500-after': 500,
  'status-503-before': 503,
  'status-503-after': 503,
  unauthorized: 401,
  conflict: 409,
  'payment-required': 402,
  moved: 307,
  'lost-address': 404,
};

/** Whoever waits for the end of the answer waits for ever. */
const silent: ReadonlySet<Mischief> = new Set(['silence-before', 'silence-after', 'drip-after']);

interface ServerOptions {
  readonly token?: () => string;
  /** Hears when a request has had what effect it has, and gets no answer. */
  readonly onSilence?: () => void;
}

/** A payment gateway on loopback with the REST interface of the README, a ledger, and mischief on demand; with a token, it wants to see it. */
export async function startGateway({ token, onSilence }: ServerOptions = {}) {
  const ledger = new PaymentLedger();
  const seen: { method: string; path: string; key: string | undefined; body: unknown }[] = [];
  let mischief: Mischief | undefined;

  const server = createServer(async (request, response) => {
    const body = await read(request);
    const { method = '', url: path = '' } = request;
    const key = request.headers['idempotency-key'];
    seen.push({ method, path, key: key === undefined ? undefined : String(key), body });
    if (token && request.headers.authorization !== `Bearer ${token()}`) return void response.writeHead(401).end('{}');
    const now = method === 'POST' && path === '/v1/charges' ? (byToken(body) ?? mischief) : mischief;
    if (now === 'throttled') return void response.writeHead(429, { 'retry-after': '30' }).end('{}');
    const effect = now === undefined || now.endsWith('-after');
    const answer = effect ? serve(ledger, method, path, String(key), body) : undefined;
    if (now !== undefined) {
      misbehave(now, request, response, answer);
      if (silent.has(now)) onSilence?.();
      return;
    }
    send(response, answer, method);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    ledger,
    seen,
    misbehave(next: Mischief | undefined) {
      mischief = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

interface Answer {
  readonly key: string;
  readonly answer: GatewayAnswer;
}

/** What the adapter under test sends: a charge, or a refund with the key of its charge. */
type Sent = ChargeRequest | (Pick<RefundRequest, 'chargeId' | 'amount'> & { readonly chargeKey: string });

function serve(
  ledger: PaymentLedger,
  method: string,
  path: string,
  idempotencyKey: string,
  body: Sent | undefined,
): Answer {
  const [, , , key = '', action] = path.split('/');
  if (body && 'chargeKey' in body)
    return { key: body.chargeKey, answer: ledger.refund(idempotencyKey, body.chargeKey, body.chargeId, body.amount) };
  if (body && method === 'POST') return { key: body.key, answer: ledger.charge(body) };
  if (action === 'void') return { key, answer: ledger.void(key) };
  if (action === 'block') return { key, answer: ledger.block(key) };
  return { key, answer: ledger.find(key) };
}

function send(response: ServerResponse, answer: Answer | undefined, method: string): void {
  if (answer === undefined) throw new Error('nothing to send');
  const { kind, ...entry } = answer.answer;
  const status = statusOf(kind, method);
  const body = status === 404 ? { error: 'no-such-charge' } : { key: answer.key, status: kind, ...entry };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function statusOf(kind: GatewayAnswer['kind'], method: string): number {
  if (kind === 'none') return 404;
  if (kind === 'misused') return 422;
  if (method === 'GET') return 200;
  if (method === 'POST')
    return { charged: 201, pending: 202, refunding: 202, refunded: 201, declined: 402 }[kind as 'charged'] ?? 409;
  return kind === 'blocked' || kind === 'voided' ? 200 : 409;
}

function misbehave(
  now: Mischief,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer | undefined,
): void {
  const status = statuses[now];
  if (status !== undefined) response.writeHead(status, { location: '/elsewhere' }).end('<h1>Oh dear</h1>');
  if (now.startsWith('cut')) request.socket.destroy();
  if (now === 'malformed-after') response.end('{"status":"charged",');
  if (now === 'half-after')
    response.writeHead(200, { 'content-length': '500' }).write('{"status"', () => request.socket.destroy());
  if (now === 'endless-after') response.end(JSON.stringify('x'.repeat(70_000)));
  if (now === 'other-key-after' && answer) send(response, { ...answer, key: 'order-other-charge' }, 'GET');
  if (now === 'drip-after') {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  }
}

function byToken(body: Sent | undefined): Mischief | undefined {
  const token = body && 'token' in body ? body.token : undefined;
  return token === 'lost' ? 'cut-after' : token === 'down' ? 'throttled' : undefined;
}

async function read(request: IncomingMessage): Promise<Sent | undefined> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

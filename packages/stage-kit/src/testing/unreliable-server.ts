import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does instead of answering: `before` it has served the request, or `after` it. */
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

/** A request as it came; `body` is what its JSON says, undefined without one. */
export interface ServedRequest {
  readonly method: string;
  readonly path: string;
  /** `Idempotency-Key` */
  readonly key: string | undefined;
  readonly body: unknown;
}

export interface ServedAnswer {
  readonly status: number;
  /** The answer's JSON; `key` in it says whose it is. */
  readonly body: object;
}

export interface UnreliableServerOptions {
  /** Does what is asked for, and says the answer. */
  readonly serve: (request: ServedRequest) => ServedAnswer;
  /** What goes wrong with this request, whatever else is switched on. */
  readonly mischiefOf?: (request: ServedRequest) => Mischief | undefined;
  /** The bearer token that it wants to see; none unless given. */
  readonly token?: (() => string) | undefined;
  /** Hears when a request has had what effect it has, and gets no answer. */
  readonly onSilence?: (() => void) | undefined;
}

/** A service on loopback that talks JSON and goes wrong on demand, in every way that an adapter must tell apart. */
export async function startUnreliableServer({ serve, mischiefOf, token, onSilence }: UnreliableServerOptions) {
  const seen: ServedRequest[] = [];
  let mischief: Mischief | undefined;

  const server = createServer(async (request, response) => {
    const asked = await read(request);
    seen.push(asked);
    if (token && request.headers.authorization !== `Bearer ${token()}`) return void response.writeHead(401).end('{}');
    const now = mischiefOf?.(asked) ?? mischief;
    if (now === 'throttled') return void response.writeHead(429, { 'retry-after': '30' }).end('{}');
    if (now === undefined) return send(response, serve(asked));
    misbehave(now, request, response, now.endsWith('-after') ? serve(asked) : undefined);
    if (silent.has(now)) onSilence?.();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
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

function send(response: ServerResponse, { status, body }: ServedAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function misbehave(
  now: Mischief,
  request: IncomingMessage,
  response: ServerResponse,
  answer: ServedAnswer | undefined,
): void {
  const status = statuses[now];
  if (status !== undefined) response.writeHead(status, { location: '/elsewhere' }).end('<h1>Oh dear</h1>');
  if (now.startsWith('cut')) request.socket.destroy();
  if (now === 'malformed-after') response.end('{"status":"done",');
  if (now === 'half-after')
    response.writeHead(200, { 'content-length': '500' }).write('{"status"', () => request.socket.destroy());
  if (now === 'endless-after') response.end(JSON.stringify('x'.repeat(70_000)));
  if (now === 'other-key-after' && answer)
    send(response, { status: 200, body: { ...answer.body, key: 'order-other' } });
  if (now === 'drip-after') {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  }
}

async function read(request: IncomingMessage): Promise<ServedRequest> {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { method = '', url: path = '', headers } = request;
  const key = headers['idempotency-key'];
  return {
    method,
    path,
    key: key === undefined ? undefined : String(key),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

import { nameOfDefect } from '../invocation-end.ts';
import type { Credential } from './cached-credential.ts';
import { exchangeHttp, type HttpResponse, type NoAnswer, parseJson } from './exchange-http.ts';
import { keptConnections } from './kept-connections.ts';
import { serviceAddress } from './service-address.ts';

export interface JsonRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to the service's address, such as `charges/order-12345-charge`. */
  readonly path: string;
  /**
   * Sent as `Idempotency-Key`: the same key means the same operation, however often it is sent. With it goes `Not-After`, where the
   * service's last answer said what time it is there: an instant by the service's own clock, after which it is to do nothing.
   */
  readonly idempotencyKey?: string;
  readonly body?: unknown;
}

/** What came of a request, by what is certain about its effect. */
export type JsonAnswer =
  /** The service answered. `body` is undefined when it is not JSON. */
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly body: unknown;
      /** From `Retry-After`, when it is given in seconds. */
      readonly retryAfterSeconds?: number;
    }
  | NoAnswer;

/**
 * How long a request with a key may be worked on, in milliseconds. A service forgets keys after a day
 * (Stripe) or later, and what it has by key it may not find for an hour: this is shorter than the one by more than the other.
 */
const validForMs = 12 * 3600 * 1000;

export type JsonExchange = (request: JsonRequest) => Promise<JsonAnswer>;

export interface JsonService {
  /** Where the service is: https, or http on this machine. */
  readonly url: string;
  /** For the whole exchange, from the connection to the last byte. */
  readonly timeoutMs: number;
  /** Sent as `Authorization: Bearer …`; nothing is sent without it. A 401 makes the next request read it anew. */
  readonly credential?: Credential;
  /** The longest answer that is read; 64 KiB unless given. */
  readonly maxBytes?: number;
}

/**
 * Talks JSON to a service, over connections that are kept while a function is at work, and no longer. Nothing is sent twice. Redirects
 * are not followed. Details name the failure only, never what was sent or received.
 *
 * @throws RangeError when the address may not be used; an exchange itself never throws
 */
export function exchangeJson({ url, timeoutMs, credential, maxBytes = 64 * 1024 }: JsonService): JsonExchange {
  const base = serviceAddress(url);
  const connections = keptConnections(base);
  /** By how many milliseconds the service's clock is ahead of this one; NaN when it did not say (RFC 9110, section 6.6.1: `Date`). */
  let aheadMs = Number.NaN;

  async function send(request: JsonRequest, token: string | undefined): Promise<JsonAnswer> {
    const { method, path, idempotencyKey, body } = request;
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = {
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey, ...notAfter(aheadMs) }),
    };
    const signal = AbortSignal.timeout(timeoutMs);
    const asked = { method, headers, payload, signal, maxBytes, agent: connections() };
    const answer = await exchangeHttp(new URL(path, base), asked);
    if (answer.kind === 'response') {
      aheadMs = Date.parse(answer.headers.date ?? '') - Date.now();
      return respond(answer);
    }
    return signal.aborted ? { kind: 'lost', detail: `no answer within ${timeoutMs} ms` } : answer;
  }

  return async (asked) => {
    if (!credential) return send(asked, undefined);
    const token = await credential.read().catch(unreadable);
    if (typeof token !== 'string') return token;
    const answer = await send(asked, token);
    if (answer.kind === 'response' && answer.status === 401) credential.forget();
    return answer;
  };
}

function notAfter(aheadMs: number): { readonly 'not-after'?: string } {
  return Number.isNaN(aheadMs) ? {} : { 'not-after': new Date(Date.now() + aheadMs + validForMs).toISOString() };
}

/** Only the name: what a secret's keeper says may hold anything. */
function unreadable(error: unknown): JsonAnswer {
  return { kind: 'not-sent', detail: `the credential could not be read (${nameOfDefect(error)})` };
}

function respond({ status, headers, text }: HttpResponse): JsonAnswer {
  const wait = Number(headers['retry-after'] ?? Number.NaN);
  return {
    kind: 'response',
    status,
    body: parseJson(text),
    ...(Number.isFinite(wait) && { retryAfterSeconds: wait }),
  };
}

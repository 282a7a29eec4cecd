import type { Agent, IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly payload?: Buffer | undefined;
  /** Ends the whole exchange, from the connection to the last byte. */
  readonly signal: AbortSignal;
  /** Keeps connections for the next request; without one, each request has its own. */
  readonly agent?: Agent | undefined;
  /** The longest answer that is read. */
  readonly maxBytes: number;
}

export interface HttpResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** That no answer came, by what is certain about the request's effect. */
export type NoAnswer =
  /** Nothing reached the service. */
  | { readonly kind: 'not-sent'; readonly detail: string }
  /** The request left and no whole answer came: it may have had its effect. */
  | { readonly kind: 'lost'; readonly detail: string };

export type HttpAnswer = HttpResponse | NoAnswer;

/** Failures of a connection that was never made. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** Node's module for a protocol. Only what is used is loaded: either costs a cold start more than all the rest of a stage. */
export function httpModule({ protocol }: URL): typeof import('node:http') | typeof import('node:https') {
  return process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');
}

/**
 * One request and its answer. It never throws and follows no redirect. Details name the failure only, never what was
 * sent or received.
 */
export function exchangeHttp(url: URL, asked: HttpRequest): Promise<HttpAnswer> {
  const { method, headers, payload, signal, agent = false, maxBytes } = asked;
  return new Promise((answer) => {
    const lose = (error: Error) => answer(withoutAnswer(error, signal));
    const outgoing = httpModule(url).request(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes > maxBytes) response.destroy(new Error(`the answer is longer than ${maxBytes} bytes`));
      });
      response.on('error', lose);
      response.on('end', () => answer(whole(response, Buffer.concat(chunks))));
    });
    outgoing.on('error', lose);
    // As the option `signal` would, which also watches for the end of the stream: several listeners for each request.
    const abort = () => outgoing.destroy(new Error('aborted'));
    signal.addEventListener('abort', abort);
    outgoing.on('close', () => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
    else outgoing.end(payload);
  });
}

function whole({ statusCode = 0, headers }: IncomingMessage, bytes: Buffer): HttpAnswer {
  return { kind: 'response', status: statusCode, headers, text: bytes.toString('utf8') };
}

function withoutAnswer(error: Error & { readonly code?: string }, signal: AbortSignal): NoAnswer {
  if (signal.aborted) return { kind: 'lost', detail: 'no answer in time' };
  const code = error.code ?? '';
  if (neverSent.has(code)) return { kind: 'not-sent', detail: `no connection (${code})` };
  return { kind: 'lost', detail: code === '' ? error.message : `the connection broke (${code})` };
}

/** What a text of JSON says; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseRequest } from './refuse-request.ts';
import { sameOriginProblem } from './same-origin.ts';

/** A request whose body has been read, whole. `rawBody` is where HTTP frameworks look for it. */
export type AdmittedRequest = IncomingMessage & { readonly rawBody: Buffer };

/** Answers a request that came through. */
export type AnswerRequest = (request: AdmittedRequest, response: ServerResponse) => void | Promise<void>;

export interface HttpListenerOptions {
  /** 0, which it is unless given, lets the system choose. */
  readonly port?: number;
  /** The longest body of a request, in bytes; 1 MiB unless given. */
  readonly mostBytes?: (request: Pick<IncomingMessage, 'method' | 'url'>) => number;
}

/** A port of loopback that is ours, before there is anything behind it. */
export interface HttpListener {
  /** `http://127.0.0.1:8083` */
  readonly url: string;
  /** From now on requests are answered so; before, with 503. */
  open(answer: AnswerRequest): void;
  /** Cuts what still waits for an answer. May be called twice. */
  close(): Promise<void>;
}

/**
 * How long a connection is kept for the next request. Whoever keeps one sends on it whenever it likes: on a busy machine just when
 * the other side has closed it, and is then reset. So nothing here closes one that still belongs to somebody.
 */
const keepAliveTimeout = 600_000;

/** The longest body, in bytes, unless a port takes longer ones. */
export const usualMostBytes = 1024 * 1024;

/**
 * Takes a port of the loopback address. Every port of this machine's services is taken here, so that what a browser sends
 * for somebody else's page, and a body without an end, come to none of them.
 *
 * @throws Error of the system, with its `code`, when there is no such port to be had
 */
export async function openHttpListener({
  port = 0,
  mostBytes: mostBytesOf = () => usualMostBytes,
}: HttpListenerOptions = {}): Promise<HttpListener> {
  let answer: AnswerRequest = notReady;
  const server = createServer({ keepAliveTimeout }, (request, response) => void admit(request, response));

  async function admit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const problem = sameOriginProblem(request);
    if (problem !== undefined) return refuseRequest(request, response, 403, 'AccessDeniedException', problem);
    const mostBytes = mostBytesOf(request);
    const rawBody = await readBody(request, mostBytes);
    if (rawBody === 'too-long')
      return refuseRequest(
        request,
        response,
        413,
        'SerializationException',
        `The body is longer than ${mostBytes} bytes`,
      );
    // Who left before the end of the request is there for no answer; the connection may still be.
    if (rawBody === 'broken-off') return void request.socket.destroy();
    await answer(Object.assign(request, { rawBody }), response);
  }

  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open(given) {
      answer = given;
    },
    async close() {
      if (!server.listening) return;
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function notReady(_: AdmittedRequest, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' });
  response.end('Not ready yet: try again in a second.\n');
}

/** What came of reading a body: all of it, or why there is not all of it. */
type ReadBody = Buffer | 'too-long' | 'broken-off';

/** Reads the body of a request, at most so many bytes of it. */
function readBody(request: IncomingMessage, mostBytes: number): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve('too-long');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request
      .on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > mostBytes) resolve('too-long');
        else chunks.push(chunk);
      })
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', () => resolve('broken-off'))
      .on('close', () => resolve('broken-off'));
  });
}

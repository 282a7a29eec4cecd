import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ServiceOptions, type StepFunctionsService, stepFunctionsService } from './step-functions-service.ts';

/** What a server runs with: what its executions call, and where it listens. */
export interface ServeOptions extends ServiceOptions {
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** One that the system chooses unless told otherwise. */
  readonly port?: number;
}

/** A server of Step Functions' API. */
export interface StepFunctionsServer {
  /** Where it listens, as `http://127.0.0.1:4566`. */
  readonly url: string;
  /** Stops all executions and the server. */
  close(): Promise<void>;
}

const largestBody = 2_097_152;

/**
 * How long a connection is kept for the next request, in milliseconds. A client that sends just when the server closes it is reset, as
 * happens on a busy machine with Node's 5 seconds.
 */
const keepAliveTimeout = 600_000;

/**
 * Serves AWS Step Functions' API (AWS JSON 1.0 over HTTP) for any state machine. Signatures are not checked.
 *
 * @example
 * const server = await serveStepFunctions({ invokeLambda: ({ payload }) => ({ payload }) });
 * const client = new SFNClient({ endpoint: server.url, region: 'us-east-1' });
 */
export async function serveStepFunctions(options: ServeOptions = {}): Promise<StepFunctionsServer> {
  const { host = '127.0.0.1', port = 0, ...served } = options;
  const service = stepFunctionsService(served);
  const server = createServer({ keepAliveTimeout }, (request, response) => void respond(service, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${bound}`,
    async close() {
      service.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function respond(
  service: StepFunctionsService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const hungUp = new AbortController();
  response.once('close', () => hungUp.abort());
  const { 'x-amz-target': target, authorization } = request.headers;
  const body = await readBody(request);
  const answer =
    body === undefined
      ? { status: 413, body: '{"__type":"RequestEntityTooLargeException"}' }
      : await service.answer({
          target: typeof target === 'string' ? target : undefined,
          body,
          authorization,
          signal: hungUp.signal,
        });
  response.writeHead(answer.status, {
    'Content-Type': 'application/x-amz-json-1.0',
    'x-amzn-RequestId': randomUUID(),
    ...('error' in answer && answer.error !== undefined && { 'x-amzn-ErrorType': answer.error }),
  });
  response.end(answer.body);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../clock/clock.ts';
import { realClock } from '../clock/real-clock.ts';
import type { TaskHost } from '../host/task-host.ts';
import type { ExecutionJournal } from '../journal/execution-journal.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import type { JsonObject } from '../json/json.ts';
import { answerCall } from './answer-call.ts';
import { sdkIntegrations } from './sdk-integrations.ts';
import { Worlds } from './worlds.ts';

/** What a server runs with: what its executions call, and where it listens. */
export interface ServeOptions extends Omit<TaskHost, 'activities' | 'onMapRun' | 'mockTask'> {
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** One that the system chooses unless told otherwise. */
  readonly port?: number;
  /** The account of callers whose access key is not an account's number itself; 123456789012 unless told otherwise. */
  readonly account?: string;
  /** The region of callers who sign for none; us-east-1 unless told otherwise. */
  readonly region?: string;
  /**
   * A mock configuration file's content, as Step Functions Local had it: an execution started as `<ARN>#<test case>` gets what it says.
   */
  readonly mockConfig?: JsonObject;
  readonly clock?: Clock;
  /**
   * How long after StartExecution was answered a STANDARD execution enters its first state, in milliseconds; 0 unless told otherwise.
   */
  readonly beginsAfter?: number;
  /** Where histories are kept while it runs; in memory unless told otherwise. */
  readonly journal?: ExecutionJournal;
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
  const {
    host = '127.0.0.1',
    port = 0,
    account = '123456789012',
    region = 'us-east-1',
    clock = realClock,
    journal = createMemoryJournal(),
    mockConfig,
    beginsAfter = 0,
    ...tasks
  } = options;
  const integrations = { ...sdkIntegrations((arn) => worlds.ofArn(arn)), ...tasks.integrations };
  const worlds: Worlds = new Worlds({
    clock,
    journal,
    host: { ...tasks, integrations },
    account,
    mockConfig,
    beginsAfter,
  });
  const server = createServer(
    { keepAliveTimeout },
    (request, response) => void respond(worlds, region, request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${bound}`,
    async close() {
      for (const world of worlds.all()) for (const { execution } of world.executions.values()) execution.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function respond(
  worlds: Worlds,
  otherwise: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const hungUp = new AbortController();
  response.once('close', () => hungUp.abort());
  const { 'x-amz-target': target, authorization = '' } = request.headers;
  const [, key = '', region = otherwise] = /Credential=([^/]+)\/\d{8}\/([a-z0-9-]+)\//.exec(authorization) ?? [];
  const world = worlds.ofCaller(key, region);
  const body = await readBody(request);
  const answer =
    body === undefined
      ? { status: 413, body: '{"__type":"RequestEntityTooLargeException"}' }
      : await answerCall(world, {
          target: typeof target === 'string' ? target : undefined,
          body,
          region,
          signal: hungUp.signal,
        });
  response.writeHead(answer.status, {
    'Content-Type': 'application/x-amz-json-1.0',
    'x-amzn-RequestId': world.uuid(),
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

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { type VirtualLimits, virtualLimits } from './virtual-limits.ts';
import {
  describeThrown,
  type FunctionError,
  type WorkerMessage,
  type WorkerRequest,
  type WorkerStart,
} from './worker-messages.ts';

/** A handler as Lambda calls it. Node 24's runtime knows no callbacks. */
type Handler = (event: unknown, context: unknown) => unknown;

/** Endings in the order in which Lambda's runtime looks for them. */
const endings = ['.mjs', '.js', '.cjs'];

/** Thrown with the names that Lambda's Node runtime uses when it cannot find the handler. */
class HandlerMissing extends Error {
  constructor(name: 'Runtime.ImportModuleError' | 'Runtime.HandlerNotFound', message: string) {
    super(message);
    this.name = name;
  }
}

/** What runs inside a worker: one function, one request at a time, as Lambda's Node runtime runs it. */
export function serveFunction(port: MessagePort, start: WorkerStart): void {
  const say = (message: WorkerMessage) => port.postMessage(message);
  const crash = (error: FunctionError) => {
    say({ kind: 'crashed', error });
    process.exit(1);
  };

  process.on('uncaughtException', (error) => crash(describeThrown(error)));
  process.on('unhandledRejection', (reason) => {
    const { errorMessage, errorType, trace = [] } = describeThrown(reason);
    const errorText = reason instanceof Error ? `${errorType}: ${errorMessage}` : errorMessage;
    crash({ errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: errorText, trace });
  });

  // A line must be with the host before the answer that follows it, and must survive the worker's end.
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: string | Uint8Array) => {
      if (start.logs) say({ kind: 'wrote', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
      return true;
    };
  }

  const limits = start.silence && virtualLimits(start.silence, () => say({ kind: 'overdue' }));

  loadHandler(start).then(
    (handler) => {
      port.on('message', async (request: WorkerRequest) => say(await answer(handler, request, limits)));
      say({ kind: 'ready' });
    },
    (thrown) => crash(describeThrown(thrown)),
  );
}

/** Imports the bundle and finds its handler. Whatever the bundle throws while it loads comes through as it is. */
async function loadHandler({ codeDirectory, handler }: WorkerStart): Promise<Handler> {
  const separator = handler.lastIndexOf('.');
  const module = handler.slice(0, separator);
  const name = handler.slice(separator + 1);
  const path = endings.map((ending) => join(codeDirectory, module + ending)).find(existsSync);
  if (path === undefined) {
    throw new HandlerMissing('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  }
  const exported: unknown = await import(pathToFileURL(path).href);
  const found: unknown = (exported as Record<string, unknown>)[name];
  if (typeof found !== 'function') {
    throw new HandlerMissing('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  return found as Handler;
}

async function answer(handler: Handler, request: WorkerRequest, limits?: VirtualLimits): Promise<WorkerMessage> {
  const { requestId } = request;
  limits?.begin(request.timeoutSeconds * 1000);
  try {
    const result = await handler(JSON.parse(request.payload), contextOf(request, limits));
    return { kind: 'returned', requestId, payload: serialize(result), waitedMs: limits?.waitedMs ?? 0 };
  } catch (thrown) {
    return { kind: 'failed', requestId, error: describeThrown(thrown), waitedMs: limits?.waitedMs ?? 0 };
  }
}

function serialize(result: unknown): string {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch {
    throw new Error('Unable to stringify response body');
  }
}

/** Lambda developer guide, "Using the Lambda context object to retrieve Node.js function information". */
function contextOf(
  { requestId, timeoutSeconds, functionArn, functionName, memoryMb }: WorkerRequest,
  limits: VirtualLimits | undefined,
) {
  const began = performance.now();
  const spentMs = () => limits?.waitedMs ?? performance.now() - began;
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, timeoutSeconds * 1000 - spentMs()),
  };
}

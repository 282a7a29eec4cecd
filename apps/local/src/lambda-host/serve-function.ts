import type { MessagePort } from 'node:worker_threads';
import { type Handler, loadHandler } from './load-handler.ts';
import { type VirtualLimits, virtualLimits } from './virtual-limits.ts';
import {
  describeThrown,
  type FunctionError,
  type WorkerMessage,
  type WorkerRequest,
  type WorkerStart,
} from './worker-messages.ts';

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

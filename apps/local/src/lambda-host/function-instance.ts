import { randomUUID } from 'node:crypto';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LambdaFunction } from '../assembly/assembly.ts';
import { invocationReport } from './invocation-report.ts';
import type { FunctionError, Silence, WorkerMessage, WorkerRequest, WorkerStart } from './worker-messages.ts';
// Nothing of it is used in this thread: it is loaded for the cache.
import './serve-function.ts';

/**
 * How an invocation ended. `payload` is what the handler returned, read back from its JSON; `waitedMs` the milliseconds that
 * it waited for answers that never come, where such waits pass at once.
 */
export type InvocationResult = (
  | { readonly kind: 'returned'; readonly payload: unknown }
  | { readonly kind: 'failed'; readonly error: FunctionError }
) & { readonly waitedMs?: number };

export interface InvokeOptions {
  /** Kills the instance while it works. */
  readonly kill?: AbortSignal | undefined;
  /** The execution on whose behalf it is invoked. */
  readonly executionArn?: string | undefined;
  /** Hears that it has to wait for an instance; what this gives is called when it has one. */
  readonly onWait?: (() => () => void) | undefined;
}

/** A running copy of a function. It takes one request at a time and stays warm until it is ended or breaks. */
export interface FunctionInstance {
  /** False once it crashed, timed out or was ended. */
  readonly usable: boolean;
  invoke(payload: unknown, options?: InvokeOptions): Promise<InvocationResult>;
  end(): Promise<void>;
}

/** Gets what a function wrote: whole lines, as a rule, and for which execution, if it was for one. */
export type FunctionLog = (functionName: string, text: string, executionArn?: string) => void;

/** Megabytes of V8's young generation in a function. */
const youngMb = 4;

/** How long a function may take to load, apart from its own time-out (Lambda developer guide, "Init phase"). */
const initSeconds = 10;

/** How long a function may take of this machine's time where its own limits are virtual: then it hangs. */
const stalledSeconds = 300;

/** The name of the failure when this machine, not the function, took too long. */
const functionStalled = 'FunctionStalled';

/**
 * Where Node keeps what it made of a file. A worker, which takes this from its environment, would otherwise strip types anew:
 * that takes longer than all else in its start, and Node's compiler for it stays in the worker's memory. So this thread loads
 * what a worker will, and writes it down before the first one starts.
 */
const { directory } = enableCompileCache();
flushCompileCache();
const compiled = directory === undefined ? {} : { NODE_COMPILE_CACHE: dirname(directory) };

const entry = new URL('./function-worker.mjs', import.meta.url);

/** Starts a worker thread that holds nothing but the function, with its environment and its memory limit. */
export function startFunctionInstance(
  lambda: LambdaFunction,
  environment: Readonly<Record<string, string>>,
  log: FunctionLog | undefined,
  silence?: Silence,
): FunctionInstance {
  const worker = new Worker(entry, {
    env: { ...environment, ...compiled },
    execArgv: [],
    argv: [],
    // The worker sends what it writes as messages; what might slip by must not reach this process's own output.
    stdout: true,
    stderr: true,
    // What an order leaves behind is little: a young generation of V8's own choice only keeps memory that is garbage.
    resourceLimits: { maxOldGenerationSizeMb: lambda.memoryMb, maxYoungGenerationSizeMb: youngMb },
    workerData: {
      codeDirectory: lambda.codeDirectory,
      handler: lambda.handler,
      logs: log !== undefined,
      ...(silence && { silence }),
    } satisfies WorkerStart,
  });
  let requestId = '';
  let executionArn: string | undefined;
  let readyAt: number | undefined;
  let broken: FunctionError | undefined;
  let settle: ((result: InvocationResult) => void) | undefined;
  const write = (text: string) => log?.(lambda.name, text, executionArn);
  const ready = Promise.withResolvers<void>();
  const answer = (result: InvocationResult) => {
    settle?.(result);
    settle = undefined;
  };
  const breakDown = (error: FunctionError, waitedMs = 0) => {
    broken ??= error;
    ready.resolve();
    answer({ kind: 'failed', error: broken, ...waited(waitedMs) });
  };

  worker.on('message', (message: WorkerMessage) => {
    switch (message.kind) {
      case 'ready':
        readyAt = performance.now();
        return ready.resolve();
      case 'wrote':
        return write(message.text);
      case 'returned':
        return answer({ kind: 'returned', payload: JSON.parse(message.payload), ...waited(message.waitedMs) });
      case 'failed':
        return answer({ kind: 'failed', error: message.error, ...waited(message.waitedMs) });
      case 'overdue':
        breakDown(timedOut(requestId, lambda.timeoutSeconds), lambda.timeoutSeconds * 1000);
        return void worker.terminate();
      case 'crashed':
        return breakDown(message.error);
    }
  });
  // Out of memory is the only error that reaches the worker's parent: the others are reported from within.
  worker.on('error', () => breakDown(exited(requestId, 'signal: killed')));
  worker.on('exit', (code) => breakDown(exited(requestId, `exit status ${code}`)));
  worker.unref();

  async function within(seconds: number, work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(
        () => {
          breakDown(silence ? stalled(requestId) : timedOut(requestId, seconds));
          void worker.terminate();
          resolve();
        },
        (silence ? stalledSeconds : seconds) * 1000,
      );
    });
    await Promise.race([work, late]);
    clearTimeout(timer);
  }

  async function run(payload: unknown): Promise<InvocationResult> {
    await within(initSeconds, ready.promise);
    if (broken) return { kind: 'failed', error: broken };
    const result = Promise.withResolvers<InvocationResult>();
    settle = result.resolve;
    worker.postMessage({
      requestId,
      payload: JSON.stringify(payload) ?? 'null',
      timeoutSeconds: lambda.timeoutSeconds,
      functionArn: lambda.arn,
      functionName: lambda.name,
      memoryMb: lambda.memoryMb,
    } satisfies WorkerRequest);
    await within(lambda.timeoutSeconds, result.promise);
    return result.promise;
  }

  return {
    get usable() {
      return broken === undefined;
    },
    async invoke(payload, { kill, executionArn: given } = {}) {
      requestId = randomUUID();
      executionArn = given;
      const killed = () => {
        breakDown(exited(requestId, 'signal: killed'));
        void worker.terminate();
      };
      if (kill?.aborted) killed();
      else kill?.addEventListener('abort', killed);
      write(`START RequestId: ${requestId} Version: $LATEST\n`);
      const began = performance.now();
      worker.ref();
      try {
        const result = await run(payload);
        const ended = performance.now();
        const loaded = Math.max(began, readyAt ?? ended);
        const report = invocationReport({
          requestId,
          duration: ended - loaded + (result.waitedMs ?? 0),
          memoryMb: lambda.memoryMb,
          ...(loaded > began && { initDuration: loaded - began }),
          ...(result.kind === 'failed' && { error: result.error }),
        });
        write(report);
        return result;
      } finally {
        kill?.removeEventListener('abort', killed);
        worker.unref();
      }
    },
    async end() {
      broken ??= exited(requestId, 'signal: terminated');
      await worker.terminate();
    },
  };
}

/** As Lambda words it; Step Functions passes `errorType` on as the error's name. */
function timedOut(requestId: string, seconds: number): FunctionError {
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  };
}

/** No failure of the function's, as far as anybody knows: whoever judges by it learns that there is nothing to judge. */
function stalled(requestId: string): FunctionError {
  return {
    errorType: functionStalled,
    errorMessage: `RequestId: ${requestId} Error: nothing heard for ${stalledSeconds} s of this machine's time`,
  };
}

function waited(waitedMs: number): { readonly waitedMs?: number } {
  return waitedMs > 0 ? { waitedMs } : {};
}

function exited(requestId: string, how: string): FunctionError {
  return {
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${how}`,
  };
}

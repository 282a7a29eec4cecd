/** What a worker is started with. */
export interface WorkerStart {
  /** Folder that holds the bundle. */
  readonly codeDirectory: string;
  /** `index.handler`: file without its ending, and export. */
  readonly handler: string;
  /** Given when limits of calls are virtual. */
  readonly silence?: Silence;
  /** Whether anybody hears what the function writes. */
  readonly logs: boolean;
}

/** How a service says that no more of an answer will ever come: by an interim status, or by a header of what it began. */
export interface Silence {
  readonly status: number;
  readonly header: string;
}

/** One request to a worker. Payloads are JSON text on both ways, so nothing is ever shared. */
export interface WorkerRequest {
  readonly requestId: string;
  readonly payload: string;
  readonly timeoutSeconds: number;
  readonly functionArn: string;
  readonly functionName: string;
  readonly memoryMb: number;
}

/**
 * What a worker says. After `crashed` and `overdue` it cannot be used again. `waitedMs` is what it waited for answers that
 * never come, on a clock on which such waits pass at once.
 */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'returned'; readonly requestId: string; readonly payload: string; readonly waitedMs: number }
  | { readonly kind: 'failed'; readonly requestId: string; readonly error: FunctionError; readonly waitedMs: number }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'crashed'; readonly error: FunctionError };

/** An error as Lambda answers with it (Lambda developer guide, "Handle errors in Node.js"). */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  /** Lines of the stack; absent when the sandbox ended the function. */
  readonly trace?: readonly string[];
}

/** What a handler threw, as Lambda's Node runtime reports it: by its name, which need not be its class's. */
export function describeThrown(thrown: unknown): FunctionError {
  if (thrown instanceof Error) {
    return {
      errorType: thrown.name || 'Error',
      errorMessage: thrown.message,
      trace: (thrown.stack ?? '').split('\n'),
    };
  }
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
}

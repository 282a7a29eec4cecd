import type { FunctionError } from './function-error.ts';

/** What a worker is started with. */
export interface WorkerStart {
  /** Folder that holds the bundle. */
  readonly codeDirectory: string;
  /** `index.handler`: file without its ending, and export. */
  readonly handler: string;
}

/** One request to a worker. Payloads are JSON text on both ways, so nothing is ever shared. */
export interface WorkerRequest {
  readonly requestId: string;
  readonly payload: string;
  /** Milliseconds since the epoch at which the function times out. */
  readonly deadline: number;
  readonly functionArn: string;
  readonly functionName: string;
  readonly memoryMb: number;
}

/** What a worker says. After `crashed` it cannot be used again. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'returned'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'failed'; readonly requestId: string; readonly error: FunctionError }
  | { readonly kind: 'crashed'; readonly error: FunctionError };

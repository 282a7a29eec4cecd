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

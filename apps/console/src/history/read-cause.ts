import * as z from 'zod/mini';

const lambdaCause = z.looseObject({ errorMessage: z.string() });

/** The sentence in a cause. A function's failure is JSON, and the sentence is its `errorMessage`. */
export function readCause(cause: string): string {
  try {
    return lambdaCause.parse(JSON.parse(cause)).errorMessage;
  } catch {
    return cause;
  }
}

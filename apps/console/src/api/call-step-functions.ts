import type * as z from 'zod/mini';
import { askServer } from './ask-server.ts';

/**
 * Calls one operation of the Step Functions API: AWS JSON 1.0, unsigned.
 *
 * @throws Refusal, Unreachable
 */
export function callStepFunctions<Schema extends z.ZodMiniType>(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  answer: Schema,
  signal?: AbortSignal,
): Promise<z.infer<Schema>> {
  return askServer({
    what: operation,
    path: '/',
    request: {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${operation}` },
      body: JSON.stringify(input),
    },
    answer,
    signal,
  });
}

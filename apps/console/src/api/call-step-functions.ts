import * as z from 'zod/mini';
import { Refusal } from './refusal.ts';
import { Unreachable } from './unreachable.ts';

/** Longer than the slowest answer of a server that is well. */
const patienceMs = 15_000;

const errorBody = z.looseObject({
  __type: z.string(),
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
});

/**
 * Calls one operation of the Step Functions API at the origin that served the page: AWS JSON 1.0, unsigned.
 *
 * @throws Refusal when the API answers with an error, Unreachable when there is no answer or one of another shape
 */
export async function callStepFunctions<Schema extends z.ZodMiniType>(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  answer: Schema,
  signal?: AbortSignal,
): Promise<z.infer<Schema>> {
  const limit = AbortSignal.timeout(patienceMs);
  const response = await fetch('/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${operation}` },
    body: JSON.stringify(input),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new Unreachable(`${location.host} does not answer.`, { cause: error });
  });
  const body: unknown = await response.json().catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new Unreachable(`${operation}: what answers at ${location.host} is not the Step Functions API.`, {
      cause: error,
    });
  });
  if (!response.ok) throw refusal(operation, response.status, body);
  const parsed = z.safeParse(answer, body);
  if (!parsed.success) {
    throw new Unreachable(
      `${operation}: the answer has another shape than the API's. ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}

function refusal(operation: string, status: number, body: unknown): Error {
  const parsed = z.safeParse(errorBody, body);
  if (!parsed.success) return new Unreachable(`${operation}: ${location.host} answers with status ${status}.`);
  const { __type, message, Message } = parsed.data;
  const type = __type.slice(__type.lastIndexOf('#') + 1);
  return new Refusal(type, message ?? Message ?? type);
}

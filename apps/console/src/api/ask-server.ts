import * as z from 'zod/mini';
import { Refusal } from './refusal.ts';

/** No answer came, or one that is not the API's: the server is down, or something else answers in its place. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Longer than the slowest answer of a server that is well. */
const patienceMs = 15_000;

const errorBody = z.looseObject({
  __type: z.string(),
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
});

export interface Question<Schema extends z.ZodMiniType> {
  /** What is asked, for messages: an operation or a path. */
  readonly what: string;
  readonly path: string;
  readonly request?: RequestInit;
  readonly answer: Schema;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the origin that served the page, and reads its JSON.
 *
 * @throws Refusal when the answer is an error in the shape of AWS, Unreachable when there is none or one of another shape
 */
export async function askServer<Schema extends z.ZodMiniType>(question: Question<Schema>): Promise<z.infer<Schema>> {
  const { what, path, request, answer, signal } = question;
  const limit = AbortSignal.timeout(patienceMs);
  const response = await fetch(path, { ...request, signal: signal ? AbortSignal.any([signal, limit]) : limit }).catch(
    (error: unknown) => {
      signal?.throwIfAborted();
      throw new Unreachable(`${location.host} does not answer.`, { cause: error });
    },
  );
  const body: unknown = await response.json().catch((error: unknown) => {
    signal?.throwIfAborted();
    const why = response.ok ? 'with something that is no JSON' : `with status ${response.status}`;
    throw new Unreachable(`${what}: ${location.host} answers ${why}.`, { cause: error });
  });
  if (!response.ok) throw refusal(what, response.status, body);
  const parsed = z.safeParse(answer, body);
  if (!parsed.success) {
    throw new Unreachable(`${what}: the answer has another shape than expected. ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

function refusal(what: string, status: number, body: unknown): Error {
  const parsed = z.safeParse(errorBody, body);
  if (!parsed.success) return new Unreachable(`${what}: ${location.host} answers with status ${status}.`);
  const { __type, message, Message } = parsed.data;
  const type = __type.slice(__type.lastIndexOf('#') + 1);
  return new Refusal(type, message ?? Message ?? type);
}

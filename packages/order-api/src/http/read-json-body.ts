import { orderLimits } from '@order-workflow/order-domain';
import { findJsonProblem, placeInText } from '@order-workflow/order-domain/json';
import type { ApiAnswer } from './api-answer.ts';
import type { ApiRequest } from './api-request.ts';
import { problemAnswer } from './problem.ts';

/** The most bytes of a body: an order of the most characters, each of which may take four. */
export const mostBodyBytes = orderLimits.characters * 4;

export type JsonBody =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly answer: ApiAnswer };

/**
 * The JSON value that was sent, read only where it says what it will be taken for: its size first, then its depth, then
 * numbers and keys. Problems say where, and never what stands there.
 */
export function readJsonBody({ headers, body }: ApiRequest): JsonBody {
  const refused = (...told: Parameters<typeof problemAnswer>): JsonBody => ({
    kind: 'problem',
    answer: problemAnswer(...told),
  });
  if (body.length > mostBodyBytes)
    return refused('too-large', `The body has ${body.length} bytes, expected at most ${mostBodyBytes}`);
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return refused('not-json-by-type', 'Content-Type: expected application/json');
  const text = decode(body);
  if (text === undefined) return refused('not-json', 'The body is not text in UTF-8');
  const found = findJsonProblem(text);
  if (!found) return { kind: 'value', value: JSON.parse(text) };
  const what = found.isJson ? 'The body cannot be read as it stands' : 'The body is not JSON';
  return refused('not-json', `${what}: ${placeInText(text, found.offset)}: ${found.problem}`);
}

function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

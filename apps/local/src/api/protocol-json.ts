import { findJsonProblem, placeInText } from '@order-workflow/order-domain/json';
import { ApiError } from './api-error.ts';

/** A value as AWS JSON 1.0 writes it: dates in seconds since the epoch, with milliseconds as a fraction. */
export function protocolJson(value: object): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, written) {
    // A date has been written as text before it comes here.
    const original = this[key];
    return original instanceof Date ? original.getTime() / 1000 : written;
  });
}

/**
 * The JSON value of a request's body.
 *
 * @throws ApiError SerializationException, which says where, and never what stands there
 */
export function parseRequest(body: Uint8Array): unknown {
  const text = decode(body);
  const found = findJsonProblem(text);
  if (!found) return JSON.parse(text);
  const what = found.isJson ? 'The body cannot be read as it stands' : 'The body is not JSON';
  throw new ApiError('SerializationException', `${what}: ${placeInText(text, found.offset)}: ${found.problem}`);
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new ApiError('SerializationException', 'The body is not JSON in UTF-8');
  }
}

import { isJsonObject } from '../json/json-object.ts';

/** The sentence in a cause: the message of a function's error, or the text itself. Empty when there is none. */
export function errorMessageOf(cause: unknown): string {
  if (typeof cause !== 'string') return '';
  try {
    const error: unknown = JSON.parse(cause);
    if (isJsonObject(error) && typeof error['errorMessage'] === 'string') return error['errorMessage'];
  } catch {
    // A cause need not be JSON.
  }
  return cause;
}

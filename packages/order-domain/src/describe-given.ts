import { personalFields } from './order.ts';
import { isReadable } from './safe-text.ts';

const longestShown = 40;

/**
 * What was given for a field, short enough for a sentence. Personal data is masked to its kind and length, and text
 * that could deceive a reader is not repeated. `path` is where the value stood.
 */
export function describeGiven(value: unknown, path: readonly PropertyKey[]): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'given null';
  if (Array.isArray(value)) return `given a list of ${value.length}`;
  if (typeof value === 'object') return 'given an object';
  if (typeof value !== 'string') return `given ${String(value)}`;
  const personal = path.some((key) => personalFields.has(String(key)));
  if (personal || !isReadable(value) || value.length > longestShown)
    return `given a text of ${value.length} characters`;
  return `given ${JSON.stringify(value)}`;
}

/** A key as it may be shown: quoted, cut, and never text that could deceive. */
export function describeKey(key: string): string {
  return isReadable(key) && key.length <= longestShown ? JSON.stringify(key) : `a key of ${key.length} characters`;
}

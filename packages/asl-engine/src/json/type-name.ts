import type { Json } from './json.ts';

/** The JSON type of a value, in the words of AWS's causes. */
export function typeName(value: Json | undefined): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

import type { StateReader } from '../definition/state-reader.ts';
import type { Json } from '../json/json.ts';
import { type CompiledPath, compilePath } from './compile-path.ts';

/** Compiles a field that holds a path and reports what is wrong with it. */
export function compilePathField(reader: StateReader, field: string, text: Json): CompiledPath | undefined {
  if (typeof text === 'string') return reader.compile(field, () => compilePath(text));
  reader.error(field, 'must be a JSONPath.');
  return undefined;
}

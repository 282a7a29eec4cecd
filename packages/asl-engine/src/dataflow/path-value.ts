import type { StateReader } from '../definition/state-reader.ts';
import type { Json } from '../json/json.ts';
import { compilePathField } from '../jsonpath/compile-path.ts';
import { pathFailure } from '../jsonpath/path-failure.ts';
import { compilePayloadTemplate } from '../template/payload-template.ts';
import type { EvaluateNow } from './dialect.ts';

/** What a field such as SecondsPath gives: the value its path leads to, and the path for a message. */
export type ReadPath = EvaluateNow<{ readonly value: Json; readonly text: string }>;

interface FieldRules {
  /** True when the field may also hold an intrinsic function. */
  readonly intrinsics?: boolean;
  /** The failure of a path that leads nowhere, when AWS words it differently for this field. */
  readonly missing?: (text: string, input: Json) => Error;
}

/** Compiles a field whose value is a path; undefined when the state does not have it. */
export function compilePathValue(
  reader: StateReader,
  field: string,
  { intrinsics = false, missing }: FieldRules = {},
): ReadPath | undefined {
  const text = reader.get(field);
  if (text === undefined) return undefined;
  if (intrinsics && typeof text === 'string' && text.startsWith('States.')) return compileCall(reader, field, text);
  const path = compilePathField(reader, field, text);
  if (!path) return undefined;
  return (input, context) => {
    const value = path.read(input, context);
    if (value === undefined) throw missing?.(path.text, input) ?? pathFailure(path.text, field, input, context);
    return { value, text: path.text };
  };
}

function compileCall(reader: StateReader, field: string, text: string): ReadPath | undefined {
  const call = reader.compile(field, () => compilePayloadTemplate({ 'value.$': text }));
  return call && ((input, context) => ({ value: (call(input, context) as { readonly value: Json }).value, text }));
}

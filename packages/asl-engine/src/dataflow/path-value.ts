import type { StateReader } from '../definition/state-reader.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { Json } from '../json/json.ts';
import { compilePayloadTemplate, pathFailure } from '../template/payload-template.ts';
import { compileField } from './jsonpath-flow.ts';

/** Reads a field such as SecondsPath: the value its path leads to, and the path for a message. */
export type ReadField = (input: Json, fiber: Fiber) => { readonly value: Json; readonly text: string };

interface FieldRules {
  /** True when the field may also hold an intrinsic function. */
  readonly intrinsics?: boolean;
  /** The failure of a path that leads nowhere, when AWS words it differently for this field. */
  readonly missing?: (text: string, input: Json) => Error;
}

/** Compiles a field whose value is a path; undefined when the state does not have it. */
export function compileFieldValue(
  reader: StateReader,
  field: string,
  { intrinsics = false, missing }: FieldRules = {},
): ReadField | undefined {
  const text = reader.get(field);
  if (text === undefined) return undefined;
  if (intrinsics && typeof text === 'string' && text.startsWith('States.')) return compileCall(reader, field, text);
  const path = compileField(reader, field, text);
  if (!path) return undefined;
  return (input, fiber) => {
    const value = path.read(input, fiber);
    if (value === undefined) throw missing?.(path.text, input) ?? pathFailure(path.text, field, input, fiber);
    return { value, text: path.text };
  };
}

function compileCall(reader: StateReader, field: string, text: string): ReadField | undefined {
  const call = reader.compile(field, () => compilePayloadTemplate({ 'value.$': text }));
  return call && ((input, fiber) => ({ value: (call(input, fiber) as { readonly value: Json }).value, text }));
}

import { invalidPath } from '../dataflow/invalid-path.ts';
import { compileTemplateField, inputScope } from '../dataflow/jsonata-flow.ts';
import { compileFieldValue } from '../dataflow/path-value.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { Fiber } from '../execution/fiber.ts';
import { evaluationFailure, runtimeFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { typeName } from '../json/type-name.ts';
import { isJsonataText } from '../jsonata/compile-jsonata.ts';

/** Reads a limit in seconds from the state's raw input; undefined when there is none. */
export type ReadLimit = (input: Json, fiber: Fiber) => number | undefined | Promise<number | undefined>;

/** AWS's longest: about three years. */
const longest = 99_999_999;

/** Compiles TimeoutSeconds or HeartbeatSeconds in all their forms: a number, a path, a JSONata expression (spec, "Timeouts"). */
export function compileLimit(reader: StateReader, field: 'TimeoutSeconds' | 'HeartbeatSeconds'): ReadLimit {
  if (reader.queryLanguage === 'JSONata' && isJsonataText(reader.get(field))) return compileExpression(reader, field);
  const fixed = reader.number(field, 1);
  const read = compileFieldValue(reader, `${field}Path`, { missing: invalidPath });
  if (read && reader.has(field)) reader.error(`${field}Path`, `cannot stand beside ${field}.`);
  if (!read) return () => fixed;
  return (input, fiber) => {
    const { value, text } = read(input, fiber);
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= longest) return value;
    throw runtimeFailure(
      `The ${field}Path field refers to value "${JSON.stringify(value)}" which is not a valid positive integer: ${text}`,
    );
  };
}

function compileExpression(reader: StateReader, field: string): ReadLimit {
  const template = compileTemplateField(reader, field);
  return async (input, fiber) => {
    const value = await template?.(inputScope(input, fiber));
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= longest) return value;
    const text = String(reader.get(field)).slice(2, -2).trim();
    throw evaluationFailure(
      `The JSONata expression '${text}' specified for the field '${field}' returned an unexpected result type. Expected 'integer', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
      field,
    );
  };
}

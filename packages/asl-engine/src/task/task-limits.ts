import type { Dialect, Evaluate } from '../dataflow/dialect.ts';
import { compilePathValue } from '../dataflow/path-value.ts';
import { unexpectedType } from '../dataflow/unexpected-type.ts';
import type { StateReader } from '../definition/state-reader.ts';
import { runtimeFailure } from '../failure/state-failure.ts';
import { invalidPath } from '../jsonpath/path-failure.ts';

/** Reads a limit in seconds from the state's raw input; undefined when there is none. */
type ReadLimit = Evaluate<number | undefined>;

/** AWS's longest: about three years. */
const longest = 99_999_999;

/** Compiles TimeoutSeconds or HeartbeatSeconds in all their forms: a number, a path, a JSONata expression (spec, "Timeouts"). */
export function compileLimit(
  reader: StateReader,
  dialect: Dialect,
  field: 'TimeoutSeconds' | 'HeartbeatSeconds',
): ReadLimit {
  if (dialect.isExpression(reader.get(field))) return compileExpression(reader, dialect, field);
  const fixed = reader.number(field, 1);
  const read = compilePathValue(reader, `${field}Path`, { missing: invalidPath });
  reader.oneOf(field, `${field}Path`);
  if (!read) return () => fixed;
  return (input, context) => {
    const { value, text } = read(input, context);
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= longest) return value;
    throw runtimeFailure(
      `The ${field}Path field refers to value "${JSON.stringify(value)}" which is not a valid positive integer: ${text}`,
    );
  };
}

function compileExpression(reader: StateReader, dialect: Dialect, field: string): ReadLimit {
  const evaluate = dialect.compileTemplate(reader, field);
  return async (input, context) => {
    const value = await evaluate?.(input, context);
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= longest) return value;
    throw unexpectedType(field, reader.get(field), 'integer', value);
  };
}

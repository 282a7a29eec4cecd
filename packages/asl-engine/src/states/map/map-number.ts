import type { Dialect, Evaluate } from '../../dataflow/dialect.ts';
import { compilePathValue } from '../../dataflow/path-value.ts';
import { unexpectedType } from '../../dataflow/unexpected-type.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import { runtimeFailure } from '../../failure/state-failure.ts';

/** Reads a number that rules a Map state; undefined when the definition has none. */
type ReadNumber = Evaluate<number | undefined>;

interface NumberRules {
  /** `integer`, or `float` for a percentage. */
  readonly kind: 'integer' | 'float';
  readonly most: number;
  /** The cause when the number is out of range. */
  readonly outOfRange: string;
}

/** Compiles a number field in all its forms: a literal, a `…Path`, a JSONata expression. */
export function compileMapNumber(reader: StateReader, dialect: Dialect, field: string, rules: NumberRules): ReadNumber {
  if (dialect.isExpression(reader.get(field))) return compileExpression(reader, dialect, field, rules);
  const fixed = reader.number(field, 0, { whole: rules.kind === 'integer', most: rules.most });
  const read = compilePathValue(reader, `${field}Path`);
  reader.oneOf(field, `${field}Path`);
  if (!read) return () => fixed;
  return (input, context) => {
    const { value, text } = read(input, context);
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    const pattern = rules.kind === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
    if (!pattern.test(shown))
      throw runtimeFailure(
        `The ${field}Path field refers to value "${shown}" which is not a valid ${rules.kind}: ${text}`,
      );
    return inRange(Number(shown), rules);
  };
}

function inRange(value: number, { most, outOfRange }: NumberRules): number {
  if (value < 0 || value > most) throw runtimeFailure(outOfRange);
  return value;
}

function compileExpression(reader: StateReader, dialect: Dialect, field: string, rules: NumberRules): ReadNumber {
  const evaluate = dialect.compileTemplate(reader, field);
  return async (input, context) => {
    const value = await evaluate?.(input, context);
    if (typeof value === 'number' && (rules.kind === 'float' || Number.isInteger(value))) return inRange(value, rules);
    throw unexpectedType(field, reader.get(field), rules.kind === 'integer' ? 'integer' : 'number', value);
  };
}

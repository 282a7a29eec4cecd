import { compileTemplateField, inputScope } from '../../dataflow/jsonata-flow.ts';
import { compileFieldValue } from '../../dataflow/path-value.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { evaluationFailure, runtimeFailure } from '../../failure/state-failure.ts';
import type { Json } from '../../json/json.ts';
import { typeName } from '../../json/type-name.ts';
import { isJsonataText } from '../../jsonata/compile-jsonata.ts';

/** Reads a number that rules a Map state; undefined when the definition has none. */
export type ReadNumber = (input: Json, fiber: Fiber) => number | undefined | Promise<number | undefined>;

interface NumberRules {
  /** `integer`, or `float` for a percentage. */
  readonly kind: 'integer' | 'float';
  readonly most: number;
  /** The cause when the number is out of range. */
  readonly outOfRange: string;
}

/** Compiles a number field in all its forms: a literal, a `…Path`, a JSONata expression. */
export function compileMapNumber(reader: StateReader, field: string, rules: NumberRules): ReadNumber {
  if (reader.queryLanguage === 'JSONata' && isJsonataText(reader.get(field)))
    return compileExpression(reader, field, rules);
  const fixed = reader.number(field, 0, { whole: rules.kind === 'integer', most: rules.most });
  const read = compileFieldValue(reader, `${field}Path`);
  if (read && reader.has(field)) reader.error(`${field}Path`, `cannot stand beside ${field}.`);
  if (!read) return () => fixed;
  return (input, fiber) => {
    const { value, text } = read(input, fiber);
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

function compileExpression(reader: StateReader, field: string, rules: NumberRules): ReadNumber {
  const template = compileTemplateField(reader, field);
  return async (input, fiber) => {
    const value = await template?.(inputScope(input, fiber));
    if (typeof value === 'number' && (rules.kind === 'float' || Number.isInteger(value))) return inRange(value, rules);
    const text = String(reader.get(field)).slice(2, -2).trim();
    throw evaluationFailure(
      `The JSONata expression '${text}' specified for the field '${field}' returned an unexpected result type. Expected '${rules.kind === 'integer' ? 'integer' : 'number'}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
      field,
    );
  };
}

import type { Dialect, Evaluate } from '../../dataflow/dialect.ts';
import { compilePathValue } from '../../dataflow/path-value.ts';
import { unexpectedType } from '../../dataflow/unexpected-type.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import { evaluationFailure, runtimeFailure } from '../../failure/state-failure.ts';

/** Compiles Seconds or SecondsPath of a Wait state; undefined when it has neither. */
export function compileSeconds(reader: StateReader, dialect: Dialect): Evaluate<number> | undefined {
  const seconds = reader.get('Seconds');
  if (dialect.isExpression(seconds)) return compileExpression(reader, dialect);
  if (seconds !== undefined) {
    const fixed = reader.number('Seconds', 0) ?? 0;
    return (_, context) => context.now() + fixed * 1000;
  }
  const missing = (text: string) =>
    runtimeFailure(`The SecondsPath parameter does not reference an input value: ${text}`);
  const read = compilePathValue(reader, 'SecondsPath', { missing });
  return (
    read &&
    ((input, context) => {
      const { value, text } = read(input, context);
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      // AWS reads the value as a Java long would be read: a text of digits counts, a fraction does not.
      if (!/^[+-]?\d+$/.test(shown))
        throw runtimeFailure(`The SecondsPath parameter cannot be parsed as a long value: ${text} == ${shown}`);
      if (Number(shown) < 0)
        throw runtimeFailure(`The SecondsPath parameter references a negative value: ${text} == ${shown}`);
      return context.now() + Number(shown) * 1000;
    })
  );
}

function compileExpression(reader: StateReader, dialect: Dialect): Evaluate<number> | undefined {
  const evaluate = dialect.compileTemplate(reader, 'Seconds');
  return (
    evaluate &&
    (async (input, context) => {
      const value = await evaluate(input, context);
      if (typeof value !== 'number' || !Number.isInteger(value))
        throw unexpectedType('Seconds', reader.get('Seconds'), 'integer', value);
      if (value >= 0) return context.now() + value * 1000;
      throw evaluationFailure(
        `The Seconds field must be a whole number that is not negative, but was: ${JSON.stringify(value)}`,
        'Seconds',
      );
    })
  );
}

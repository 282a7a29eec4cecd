import { compileTemplateField, inputScope } from '../../dataflow/jsonata-flow.ts';
import { compileFieldValue } from '../../dataflow/path-value.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import { evaluationFailure, runtimeFailure } from '../../failure/state-failure.ts';
import { isJsonataText } from '../../jsonata/compile-jsonata.ts';
import type { ReadDueTime } from './wait-state.ts';

/** Compiles Seconds or SecondsPath of a Wait state; undefined when it has neither. */
export function compileSeconds(reader: StateReader): ReadDueTime | undefined {
  const seconds = reader.get('Seconds');
  if (reader.queryLanguage === 'JSONata' && isJsonataText(seconds)) return compileExpression(reader);
  if (seconds !== undefined) {
    const fixed = reader.number('Seconds', 0) ?? 0;
    return (_, fiber) => fiber.now() + fixed * 1000;
  }
  const missing = (text: string) =>
    runtimeFailure(`The SecondsPath parameter does not reference an input value: ${text}`);
  const read = compileFieldValue(reader, 'SecondsPath', { missing });
  return (
    read &&
    ((input, fiber) => {
      const { value, text } = read(input, fiber);
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      // AWS reads the value as a Java long would be read: a text of digits counts, a fraction does not.
      if (!/^[+-]?\d+$/.test(shown))
        throw runtimeFailure(`The SecondsPath parameter cannot be parsed as a long value: ${text} == ${shown}`);
      if (Number(shown) < 0)
        throw runtimeFailure(`The SecondsPath parameter references a negative value: ${text} == ${shown}`);
      return fiber.now() + Number(shown) * 1000;
    })
  );
}

function compileExpression(reader: StateReader): ReadDueTime | undefined {
  const template = compileTemplateField(reader, 'Seconds');
  return (
    template &&
    (async (input, fiber) => {
      const value = await template(inputScope(input, fiber));
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return fiber.now() + value * 1000;
      throw evaluationFailure(
        `The Seconds field must be a whole number that is not negative, but was: ${JSON.stringify(value)}`,
        'Seconds',
      );
    })
  );
}

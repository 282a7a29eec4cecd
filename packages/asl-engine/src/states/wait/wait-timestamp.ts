import { compileTemplateField, inputScope } from '../../dataflow/jsonata-flow.ts';
import { compileFieldValue } from '../../dataflow/path-value.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import { evaluationFailure, runtimeFailure } from '../../failure/state-failure.ts';
import { parseInstant } from '../../json/instant.ts';
import { isJsonataText } from '../../jsonata/compile-jsonata.ts';
import type { ReadDueTime } from './wait-state.ts';

/** Compiles Timestamp or TimestampPath of a Wait state; undefined when it has neither. */
export function compileTimestamp(reader: StateReader): ReadDueTime | undefined {
  const timestamp = reader.get('Timestamp');
  if (reader.queryLanguage === 'JSONata' && isJsonataText(timestamp)) return compileExpression(reader);
  if (timestamp !== undefined) {
    const instant = typeof timestamp === 'string' ? parseInstant(timestamp) : undefined;
    if (instant === undefined)
      reader.error('Timestamp', "must be an RFC 3339 timestamp with 'T' and an offset, as 2026-01-31T09:00:00Z.");
    return () => instant ?? 0;
  }
  const missing = (text: string) =>
    runtimeFailure(`The TimestampPath parameter does not reference an input value: ${text}`);
  const read = compileFieldValue(reader, 'TimestampPath', { missing });
  return (
    read &&
    ((input, fiber) => {
      const { value, text } = read(input, fiber);
      const instant = typeof value === 'string' ? parseInstant(value) : undefined;
      if (instant !== undefined) return instant;
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      throw runtimeFailure(
        `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${text} == ${shown}`,
      );
    })
  );
}

function compileExpression(reader: StateReader): ReadDueTime | undefined {
  const template = compileTemplateField(reader, 'Timestamp');
  return (
    template &&
    (async (input, fiber) => {
      const value = await template(inputScope(input, fiber));
      const instant = typeof value === 'string' ? parseInstant(value) : undefined;
      if (instant !== undefined) return instant;
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      throw evaluationFailure(
        `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${shown}`,
        'Timestamp',
      );
    })
  );
}

import type { Dialect, Evaluate } from '../../dataflow/dialect.ts';
import { compilePathValue } from '../../dataflow/path-value.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import { evaluationFailure, runtimeFailure } from '../../failure/state-failure.ts';
import { parseInstant } from '../../json/instant.ts';

/** Compiles Timestamp or TimestampPath of a Wait state; undefined when it has neither. */
export function compileTimestamp(reader: StateReader, dialect: Dialect): Evaluate<number> | undefined {
  const timestamp = reader.get('Timestamp');
  if (dialect.isExpression(timestamp)) return compileExpression(reader, dialect);
  if (timestamp !== undefined) {
    const instant = typeof timestamp === 'string' ? parseInstant(timestamp) : undefined;
    if (instant === undefined)
      reader.error('Timestamp', "must be an RFC 3339 timestamp with 'T' and an offset, as 2026-01-31T09:00:00Z.");
    return () => instant ?? 0;
  }
  const missing = (text: string) =>
    runtimeFailure(`The TimestampPath parameter does not reference an input value: ${text}`);
  const read = compilePathValue(reader, 'TimestampPath', { missing });
  return (
    read &&
    ((input, context) => {
      const { value, text } = read(input, context);
      const instant = typeof value === 'string' ? parseInstant(value) : undefined;
      if (instant !== undefined) return instant;
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      throw runtimeFailure(
        `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${text} == ${shown}`,
      );
    })
  );
}

function compileExpression(reader: StateReader, dialect: Dialect): Evaluate<number> | undefined {
  const evaluate = dialect.compileTemplate(reader, 'Timestamp');
  return (
    evaluate &&
    (async (input, context) => {
      const value = await evaluate(input, context);
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

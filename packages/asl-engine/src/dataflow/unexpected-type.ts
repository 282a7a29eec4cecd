import { evaluationFailure, type StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { typeName } from '../json/json.ts';

/** The failure of a JSONata expression that gives what its field cannot take, in AWS's words. `source` is the field as written. */
export function unexpectedType(
  field: string,
  source: Json | undefined,
  expected: 'array' | 'boolean' | 'integer' | 'number' | 'string',
  value: Json | undefined,
): StateFailure {
  const text = String(source).slice(2, -2).trim();
  return evaluationFailure(
    `The JSONata expression '${text}' specified for the field '${field}' returned an unexpected result type. Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
    field,
  );
}

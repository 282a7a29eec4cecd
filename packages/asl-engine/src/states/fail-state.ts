import { compileTemplateField, inputScope } from '../dataflow/jsonata-flow.ts';
import { compileFieldValue } from '../dataflow/path-value.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { Fiber } from '../execution/fiber.ts';
import { evaluationFailure, runtimeFailure, StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import type { CompileState } from './compile-state.ts';

type ReadText = (input: Json, fiber: Fiber) => string | undefined | Promise<string | undefined>;

/** Compiles a Fail state (spec, "Fail State"): ends the machine or the branch with an error. */
export const compileFailState: CompileState = (reader, name) => {
  const readError = compileText(reader, 'Error');
  const readCause = compileText(reader, 'Cause');
  return {
    name,
    type: 'Fail',
    async run(fiber, input) {
      const error = await readError(input, fiber);
      const cause = await readCause(input, fiber);
      throw new StateFailure({ kind: 'task', error, cause });
    },
  };
};

function compileText(reader: StateReader, field: 'Error' | 'Cause'): ReadText {
  if (reader.queryLanguage === 'JSONata') return compileJsonataText(reader, field);
  const read = compileFieldValue(reader, `${field}Path`, { intrinsics: true });
  if (read && reader.has(field)) reader.error(`${field}Path`, `cannot stand beside ${field}.`);
  const fixed = reader.text(field);
  if (!read) return () => fixed;
  return (input, fiber) => {
    const { value, text } = read(input, fiber);
    if (typeof value === 'string') return value;
    throw runtimeFailure(
      `The ${field}Path field refers to value "${JSON.stringify(value)}" which is not a valid string: ${text}`,
    );
  };
}

function compileJsonataText(reader: StateReader, field: 'Error' | 'Cause'): ReadText {
  reader.text(field);
  const template = compileTemplateField(reader, field);
  if (!template) return () => undefined;
  return async (input, fiber) => {
    const value = await template(inputScope(input, fiber));
    if (typeof value === 'string') return value;
    throw evaluationFailure(`The field '${field}' must be a string but was: ${JSON.stringify(value)}`, field);
  };
}

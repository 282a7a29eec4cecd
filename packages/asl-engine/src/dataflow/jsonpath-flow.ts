import type { StateReader } from '../definition/state-reader.ts';
import type { Fiber } from '../execution/fiber.ts';
import { runtimeFailure, type StateFailure } from '../failure/state-failure.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { type CompiledPath, compilePath } from '../jsonpath/compile-path.ts';
import { compileReferencePath } from '../jsonpath/reference-path.ts';
import { compilePayloadTemplate, type PayloadTemplate, pathFailure } from '../template/payload-template.ts';
import type { DataFlow, Leaving } from './dialect.ts';
import { invalidPath } from './invalid-path.ts';

type Select = (value: Json, fiber: Fiber) => Json;

/** Compiles the JSONPath data flow of a state (spec, "Input and Output Processing"). */
export function compileJsonPathFlow(reader: StateReader, parametersField = 'Parameters'): DataFlow {
  const select = compileSelection(reader, 'InputPath');
  const parameters = compileTemplate(reader, parametersField);
  const resultSelector = compileTemplate(reader, 'ResultSelector');
  const place = compileResultPath(reader);
  const filter = compileSelection(reader, 'OutputPath');
  const assign = compileAssign(reader);

  return {
    argument(input, fiber) {
      const selected = select(input, fiber);
      return parameters ? parameters(selected, fiber) : selected;
    },
    leave(input, result, fiber, argument = input) {
      const selected = result === undefined ? argument : resultSelector ? resultSelector(result, fiber) : result;
      return leave(input, selected, fiber);
    },
  };

  function leave(input: Json, result: Json, fiber: Fiber): Leaving {
    const assigned = assign?.(result, fiber);
    return { output: filter(place(input, result), fiber), assigned };
  }
}

/** Compiles Assign; on a Choice rule or a Catcher it stands within that. */
export function compileAssign(reader: StateReader): ((value: Json, fiber: Fiber) => JsonObject) | undefined {
  const template = compileTemplate(reader, 'Assign');
  return template && ((value, fiber) => template(value, fiber) as JsonObject);
}

function compileTemplate(reader: StateReader, field: string): PayloadTemplate | undefined {
  const template = field === 'Assign' ? reader.object(field) : reader.get(field);
  return template === undefined ? undefined : reader.compile(field, () => compilePayloadTemplate(template));
}

/** Compiles InputPath or OutputPath: null gives `{}`, nothing gives everything. */
export function compileSelection(reader: StateReader, field: 'InputPath' | 'OutputPath'): Select {
  const text = reader.get(field);
  if (text === undefined || text === '$') return (value) => value;
  if (text === null) return () => ({});
  const path = compileField(reader, field, text);
  if (!path) return (value) => value;
  return (value, fiber) => {
    const found = path.read(value, fiber);
    if (found === undefined) throw missingSelection(path, field, value, fiber);
    return found;
  };
}

function missingSelection(path: CompiledPath, field: string, value: Json, fiber: Fiber): StateFailure {
  return path.text.startsWith('$$') ? pathFailure(path.text, field, value, fiber) : invalidPath(path.text, value);
}

/** Compiles a path field and reports what is wrong with it. */
export function compileField(reader: StateReader, field: string, text: Json): CompiledPath | undefined {
  if (typeof text === 'string') return reader.compile(field, () => compilePath(text));
  reader.error(field, 'must be a JSONPath.');
  return undefined;
}

/** Compiles ResultPath: where a result is put in the input; null discards it. */
export function compileResultPath(reader: StateReader): (input: Json, result: Json) => Json {
  const text = reader.get('ResultPath');
  if (text === undefined || text === '$') return (_, result) => result;
  if (text === null) return (input) => input;
  if (typeof text !== 'string') {
    reader.error('ResultPath', 'must be a Reference Path or null.');
    return (_, result) => result;
  }
  const put = reader.compile('ResultPath', () => compileReferencePath(text));
  return (input, result) => {
    const output = put?.(input, result);
    if (output === undefined) {
      throw runtimeFailure(
        `Unable to apply ReferencePath ${text} to input ${JSON.stringify(input)}`,
        'States.ResultPathMatchFailure',
      );
    }
    return output;
  };
}

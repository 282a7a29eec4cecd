import type { StateReader } from '../definition/state-reader.ts';
import type { EvaluationContext } from '../expression/evaluation-context.ts';
import { runtimeFailure, type StateFailure } from '../failure/state-failure.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { CompiledPath } from '../jsonpath/compile-path.ts';
import { compilePathField } from '../jsonpath/compile-path.ts';
import { invalidPath, pathFailure } from '../jsonpath/path-failure.ts';
import { compileReferencePath } from '../jsonpath/reference-path.ts';
import { compilePayloadTemplate, type PayloadTemplate } from '../template/payload-template.ts';
import type { DataFlow, EvaluateNow, StateOutput } from './dialect.ts';

/** The data flow of JSONPath: never asynchronous. */
interface JsonPathFlow extends DataFlow {
  readonly argument: EvaluateNow<Json>;
  output(input: Json, result: Json | undefined, context: EvaluationContext, argument?: Json): StateOutput;
}

/** Compiles the JSONPath data flow of a state (spec, "Input and Output Processing"). */
export function compileJsonPathFlow(reader: StateReader): JsonPathFlow {
  const select = compileSelection(reader, 'InputPath');
  const parameters = compileTemplate(reader, 'Parameters');
  const resultSelector = compileTemplate(reader, 'ResultSelector');
  const place = compileResultPath(reader);
  const filter = compileSelection(reader, 'OutputPath');
  const assign = compileAssign(reader);

  return {
    argument(input, context) {
      const selected = select(input, context);
      return parameters ? parameters(selected, context) : selected;
    },
    output(input, result, context, argument = input) {
      const chosen = result === undefined ? argument : resultSelector ? resultSelector(result, context) : result;
      const assigned = assign?.(chosen, context);
      return { output: filter(place(input, chosen), context), assigned };
    },
  };
}

/** Compiles Assign; on a Choice rule or a Catcher it stands within that. */
export function compileAssign(reader: StateReader): EvaluateNow<JsonObject> | undefined {
  const template = compileTemplate(reader, 'Assign');
  return template && ((value, context) => template(value, context) as JsonObject);
}

function compileTemplate(reader: StateReader, field: string): PayloadTemplate | undefined {
  const template = field === 'Assign' ? reader.object(field) : reader.get(field);
  if (template !== undefined) warnOfPlainPaths(reader, field, template);
  return template === undefined ? undefined : reader.compile(field, () => compilePayloadTemplate(template));
}

const looksDynamic = /^\$\$?\.|^States\.[A-Za-z0-9]+\(/;

// A text that is meant as a path and is none passes silently otherwise (API reference, "NO_DOLLAR").
function warnOfPlainPaths(reader: StateReader, field: string, template: Json): void {
  if (Array.isArray(template)) {
    for (const [index, item] of (template as readonly Json[]).entries())
      warnOfPlainPaths(reader, `${field}[${index}]`, item);
  }
  if (!isJsonObject(template)) return;
  for (const [name, value] of Object.entries(template)) {
    if (!name.endsWith('.$') && typeof value === 'string' && looksDynamic.test(value))
      reader.warn(
        `${field}.${name}`,
        `'${value}' is a plain text here; name the field '${name}.$' to read it.`,
        'NO_DOLLAR',
      );
    warnOfPlainPaths(reader, `${field}.${name}`, value);
  }
}

/** Compiles InputPath or OutputPath: null gives `{}`, nothing gives everything. */
export function compileSelection(reader: StateReader, field: 'InputPath' | 'OutputPath'): EvaluateNow<Json> {
  const text = reader.get(field);
  if (text === undefined || text === '$') return (value) => value;
  if (text === null) return () => ({});
  const path = compilePathField(reader, field, text);
  if (!path) return (value) => value;
  return (value, context) => {
    const found = path.read(value, context);
    if (found === undefined) throw missingSelection(path, field, value, context);
    return found;
  };
}

function missingSelection(path: CompiledPath, field: string, value: Json, context: EvaluationContext): StateFailure {
  return path.text.startsWith('$$') ? pathFailure(path.text, field, value, context) : invalidPath(path.text, value);
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

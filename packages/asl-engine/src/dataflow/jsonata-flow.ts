import type { StateReader } from '../definition/state-reader.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { isJsonataText } from '../jsonata/compile-jsonata.ts';
import type { SometimesMember } from '../jsonata/find-unsupported.ts';
import type { JsonataScope } from '../jsonata/jsonata-scope.ts';
import { compileJsonataTemplate, type JsonataTemplate } from '../template/jsonata-template.ts';
import type { DataFlow, StateOutput } from './dialect.ts';

const withResult = new Set<Json>(['Task', 'Parallel', 'Map']);

/** Compiles the JSONata data flow of a state: Arguments, Output, Assign. */
export function compileJsonataFlow(reader: StateReader): DataFlow {
  const args = compileTemplateField(reader, 'Arguments');
  const output = compileOutput(reader, withResult.has(reader.get('Type') ?? null) ? ['result'] : []);
  return {
    argument: (input, context) => (args ? args({ input, context }) : input),
    output: (input, result, context) => output({ input, result, context }, result ?? input),
  };
}

/** Compiles Output and Assign; without Output, the fallback leaves. Both see the variables as they were before. */
export function compileOutput(
  reader: StateReader,
  members: readonly SometimesMember[] = [],
): (scope: JsonataScope, fallback: Json) => StateOutput | Promise<StateOutput> {
  const output = compileTemplateField(reader, 'Output', members);
  const assign = compileJsonataAssign(reader, members);
  return (scope, fallback) => {
    const assigned = assign?.(scope);
    if (assigned instanceof Promise) return outputSlowly(assigned, output, scope, fallback);
    const value = output ? output(scope) : fallback;
    if (value instanceof Promise) return value.then((settled) => ({ output: settled, assigned }));
    return { output: value, assigned };
  };
}

async function outputSlowly(
  assigned: Promise<JsonObject>,
  output: JsonataTemplate | undefined,
  scope: JsonataScope,
  fallback: Json,
): Promise<StateOutput> {
  const variables = await assigned;
  return { output: output ? await output(scope) : fallback, assigned: variables };
}

function compileJsonataAssign(
  reader: StateReader,
  members: readonly SometimesMember[],
): ((scope: JsonataScope) => JsonObject | Promise<JsonObject>) | undefined {
  if (!reader.object('Assign')) return undefined;
  return compileTemplateField(reader, 'Assign', members) as (scope: JsonataScope) => JsonObject | Promise<JsonObject>;
}

/** Compiles a field that may hold expressions at any depth. */
export function compileTemplateField(
  reader: StateReader,
  field: string,
  members: readonly SometimesMember[] = [],
): JsonataTemplate | undefined {
  const template = reader.get(field);
  if (template === undefined) return undefined;
  refusePaths(reader, field, template);
  return reader.compile(field, () => compileJsonataTemplate(template, reader.placeOf(field), members));
}

// `"total.$": "$.x"` in a JSONata state is a mistake that would otherwise pass silently.
function refusePaths(reader: StateReader, field: string, template: Json): void {
  if (Array.isArray(template)) {
    for (const [index, item] of (template as readonly Json[]).entries())
      refusePaths(reader, `${field}[${index}]`, item);
  }
  if (!isJsonObject(template)) return;
  for (const [name, value] of Object.entries(template)) {
    if (name.endsWith('.$') && typeof value === 'string' && !isJsonataText(value)) {
      reader.warn(`${field}.${name}`, 'looks like JSONPath; in JSONata it is a plain text. Write {% … %}.');
    }
    refusePaths(reader, `${field}.${name}`, value);
  }
}

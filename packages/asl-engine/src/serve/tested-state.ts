import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { parseTaskResource, type TaskResource } from '../task/task-resource.ts';
import { ApiError } from './api-error.ts';
import type { RequestFields } from './request-fields.ts';
import { compiledDefinition } from './state-machines.ts';

/** The state that TestState tries. */
export interface TestedState {
  readonly name: string;
  readonly state: JsonObject;
  readonly type: string;
  readonly queryLanguage: 'JSONPath' | 'JSONata';
}

/**
 * Reads which state is to be tried: the definition is that of a state, or of a whole machine with the state's name beside it; the
 * state may stand in a branch or an item processor. Throws ApiError.
 */
export function testedState(fields: RequestFields): TestedState {
  const text = fields.text('definition', { most: 1_048_576 });
  const source = objectOf(text);
  const wanted = fields.maybeText('stateName', { least: 1, most: 80 });
  if (wanted === undefined) {
    if (isJsonObject(source['States']))
      throw new ApiError('ValidationException', 'stateName is required when the definition is a state machine');
    // AWS's name for a state that has none.
    return checked({ name: 'StateName', state: source }, source['QueryLanguage']);
  }
  if (!isJsonObject(source['States']))
    throw new ApiError('ValidationException', 'stateName needs the definition of a state machine');
  compiledDefinition(text);
  const found = stateNamed(wanted, source);
  if (found) return checked({ name: wanted, state: found }, found['QueryLanguage'] ?? source['QueryLanguage']);
  throw new ApiError('ValidationException', 'State not found in definition');
}

function checked({ name, state }: Pick<TestedState, 'name' | 'state'>, language: Json | undefined): TestedState {
  const queryLanguage = language === 'JSONata' ? 'JSONata' : 'JSONPath';
  compiledDefinition(JSON.stringify(machineOf(name, state, queryLanguage)));
  return { name, state, type: String(state['Type']), queryLanguage };
}

/** A machine of this one state, and of those that it leads to. */
export function machineOf(name: string, state: JsonObject, queryLanguage: string): JsonObject {
  const { QueryLanguage: _, ...own } = state;
  return { QueryLanguage: queryLanguage, StartAt: name, States: { [name]: own, ...targetsOf(state, name) } };
}

/** What the state calls, when it is a Task. */
export function resourceOf({ type, state }: TestedState): TaskResource | undefined {
  return type === 'Task' ? parseTaskResource(String(state['Resource'])) : undefined;
}

function objectOf(text: string): JsonObject {
  let source: Json = null;
  try {
    source = JSON.parse(text);
  } catch {
    // It says what is wrong with the text.
    compiledDefinition(text);
  }
  if (isJsonObject(source)) return source;
  throw new ApiError(
    'InvalidDefinition',
    "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object'",
  );
}

function stateNamed(name: string, machine: JsonObject): JsonObject | undefined {
  const states = isJsonObject(machine['States']) ? machine['States'] : {};
  const own = Object.hasOwn(states, name) ? states[name] : undefined;
  if (isJsonObject(own)) return own;
  for (const state of Object.values(states))
    for (const inner of machinesOf(state)) {
      const found = stateNamed(name, inner);
      if (found) return found;
    }
  return undefined;
}

function machinesOf(state: Json): JsonObject[] {
  if (!isJsonObject(state)) return [];
  const branches = Array.isArray(state['Branches']) ? (state['Branches'] as readonly Json[]) : [];
  return [...branches, state['ItemProcessor'] ?? null, state['Iterator'] ?? null].filter(isJsonObject);
}

/** True when a state of this name stands in a branch or an item processor of the state. */
export function contains(state: JsonObject, name: string): boolean {
  return machinesOf(state).some((machine) => stateNamed(name, machine) !== undefined);
}

function targetsOf(state: JsonObject, own: string): JsonObject {
  const lists = ['Choices', 'Catch'].flatMap((field) =>
    Array.isArray(state[field]) ? (state[field] as readonly Json[]) : [],
  );
  const names = [state, ...lists].flatMap((holder) =>
    isJsonObject(holder) ? [holder['Next'], holder['Default']] : [],
  );
  const targets = names.filter((name): name is string => typeof name === 'string' && name !== own);
  return Object.fromEntries(targets.map((name) => [name, { Type: 'Succeed' }]));
}

import type { Dialect } from '../dataflow/dialect.ts';
import { jsonataDialect } from '../dataflow/jsonata-dialect.ts';
import { jsonPathDialect } from '../dataflow/jsonpath-dialect.ts';
import { checkGraph } from '../definition/check-graph.ts';
import { checkFields } from '../definition/state-fields.ts';
import type { StateReader } from '../definition/state-reader.ts';
import { isJsonObject, type JsonObject } from '../json/json.ts';
import type { CompiledMachine, CompiledState } from '../machine/compiled-machine.ts';
import { compileChoiceState } from './choice-state.ts';
import { compileFailState } from './fail-state.ts';
import { compileMapState } from './map/map-state.ts';
import { compileParallelState } from './parallel-state.ts';
import { compilePassState } from './pass-state.ts';
import type { CompileState, StateSource } from './state-source.ts';
import { compileSucceedState } from './succeed-state.ts';
import { compileTaskState } from './task-state.ts';
import { compileWaitState } from './wait/wait-state.ts';

/** The longest name a state may have (spec, "States": 80 Unicode characters). */
const longestName = 80;

/**
 * Compiles the `StartAt` and `States` of a machine, a branch or an item processor. `names` holds the names of all states met so
 * far: within one machine they must differ (spec, "Transitions").
 */
export function compileMachine(reader: StateReader, names = new Set<string>()): CompiledMachine | undefined {
  const startAt = reader.text('StartAt');
  const states = reader.object('States');
  const missing = ['States', 'StartAt'].filter((field) => !reader.has(field));
  if (missing.length > 0) reader.error('', `These fields are required: [${missing.join(', ')}]`);
  if (startAt === undefined || states === undefined) return undefined;
  const compiled = new Map<string, CompiledState>();
  for (const [name, state] of Object.entries(states)) {
    if ([...name].length > longestName || name === '')
      reader.error('States', `The name '${name}' must have 1 to ${longestName} characters.`);
    if (names.has(name))
      reader.error(
        'States',
        `The name '${name}' is used twice; names must be unique within the whole machine.`,
        'DUPLICATE_STATE_NAME',
      );
    names.add(name);
    if (isJsonObject(state)) {
      const result = compileState(reader, name, state, (inner) =>
        // Whatever the language of the state around it: a machine within falls back on the one around all (measured on AWS).
        compileMachine(inner.in(reader.queryLanguage), names),
      );
      if (result) compiled.set(name, result);
    } else {
      reader.error(`States.${name}`, 'must be an object.');
    }
  }
  checkGraph(reader, startAt, states);
  return { startAt, states: compiled };
}

/** The types of states, by what a definition calls them. */
const compilers: Readonly<Record<string, CompileState>> = {
  Choice: compileChoiceState,
  Fail: compileFailState,
  Map: compileMapState,
  Parallel: compileParallelState,
  Pass: compilePassState,
  Succeed: compileSucceedState,
  Task: compileTaskState,
  Wait: compileWaitState,
};

/** The query languages, by what a definition calls them: chosen here, once for each state. */
const dialects: Readonly<Record<StateReader['queryLanguage'], Dialect>> = {
  JSONPath: jsonPathDialect,
  JSONata: jsonataDialect,
};

/** Compiles the state of this name; `machine` reads what it stands in. */
function compileState(
  machine: StateReader,
  name: string,
  source: JsonObject,
  compileMachine: StateSource['compileMachine'],
): CompiledState | undefined {
  const type = source['Type'];
  const compile = typeof type === 'string' && Object.hasOwn(compilers, type) ? compilers[type] : undefined;
  const reader = machine.ofState(name, source, queryLanguageOf(machine, name, source));
  if (!compile) {
    reader.error('Type', `must be one of ${Object.keys(compilers).join(', ')}.`);
    return undefined;
  }
  checkFields(reader, type as string);
  return compile({ name, reader, dialect: dialects[reader.queryLanguage], compileMachine });
}

function queryLanguageOf(machine: StateReader, name: string, source: JsonObject): StateReader['queryLanguage'] {
  const language = source['QueryLanguage'] ?? machine.queryLanguage;
  if (language === 'JSONata') return 'JSONata';
  const reader = machine.ofState(name, source, 'JSONPath');
  if (language !== 'JSONPath') reader.error('QueryLanguage', "must be 'JSONPath' or 'JSONata'.");
  else if (machine.queryLanguage === 'JSONata' && source['QueryLanguage'] === 'JSONPath')
    reader.error('', "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
  return 'JSONPath';
}

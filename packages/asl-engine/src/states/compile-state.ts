import { checkFields } from '../definition/state-fields.ts';
import { StateReader } from '../definition/state-reader.ts';
import type { JsonObject } from '../json/json.ts';
import type { CompiledState } from '../machine/compiled-machine.ts';
import { compileChoiceState } from './choice-state.ts';
import { compileFailState } from './fail-state.ts';
import { compileMapState } from './map/map-state.ts';
import { compileParallelState } from './parallel-state.ts';
import { compilePassState } from './pass-state.ts';
import { compileSucceedState } from './succeed-state.ts';
import { compileTaskState } from './task-state.ts';
import { compileWaitState } from './wait/wait-state.ts';

/** Compiles one kind of state. What is wrong goes to the reader's report. */
export type CompileState = (reader: StateReader, name: string, names: Set<string>) => CompiledState | undefined;

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

/** Compiles the state of this name. `names` are the state names met so far in the whole machine. */
export function compileState(
  machine: StateReader,
  name: string,
  source: JsonObject,
  names: Set<string>,
): CompiledState | undefined {
  const type = source['Type'];
  const compile = typeof type === 'string' && Object.hasOwn(compilers, type) ? compilers[type] : undefined;
  const reader = new StateReader(source, name, queryLanguageOf(machine, name, source), machine.report);
  if (!compile) {
    reader.error('Type', `must be one of ${Object.keys(compilers).join(', ')}.`);
    return undefined;
  }
  checkFields(reader, type as string);
  return compile(reader, name, names);
}

function queryLanguageOf(machine: StateReader, name: string, source: JsonObject): 'JSONPath' | 'JSONata' {
  const language = source['QueryLanguage'] ?? machine.queryLanguage;
  if (language === 'JSONata') return 'JSONata';
  if (language !== 'JSONPath') machine.report.error(name, 'QueryLanguage', "must be 'JSONPath' or 'JSONata'.");
  else if (machine.queryLanguage === 'JSONata' && source['QueryLanguage'] === 'JSONPath') {
    machine.report.error(
      name,
      'QueryLanguage',
      'A machine written in JSONata cannot have states in JSONPath; only the reverse is possible.',
    );
  }
  return 'JSONPath';
}

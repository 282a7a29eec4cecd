import { checkGraph } from '../definition/check-graph.ts';
import type { StateReader } from '../definition/state-reader.ts';
import { isJsonObject } from '../json/json.ts';
import type { CompiledMachine, CompiledState } from '../machine/compiled-machine.ts';
import { compileState } from './compile-state.ts';

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

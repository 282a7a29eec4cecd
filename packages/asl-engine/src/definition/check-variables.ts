import { isJsonObject, type Json } from '../json/json.ts';
import { machinesWithin, statesOf } from './check-labels.ts';
import type { StateReader } from './state-reader.ts';

const longestName = 80;
const identifier = /^\p{ID_Start}\p{ID_Continue}*$/u;

/**
 * Reports names that variables cannot have, and variables of an inner scope that an outer one has too (Developer Guide, "Passing data
 * between states with variables"). A branch and an item processor are inner scopes; a distributed Map sees no outer one.
 */
export function checkVariables(machine: StateReader, outer: ReadonlySet<string> = new Set()): void {
  const states = statesOf(machine);
  const assignments = states.flatMap(assignmentsOf);
  for (const { reader, name } of assignments) checkName(reader, name, outer);
  for (const state of states) {
    // What the state's own Catch assigns is assigned when the inner scope is gone (recorded from AWS).
    const others = assignments.filter(({ state: assigning, isCaught }) => assigning !== state || !isCaught);
    const known = new Set([...outer, ...others.map(({ name }) => name)]);
    for (const inner of machinesWithin(state)) checkVariables(inner, isDistributed(inner) ? new Set() : known);
  }
}

interface Assignment {
  readonly state: StateReader;
  readonly reader: StateReader;
  readonly name: string;
  readonly isCaught: boolean;
}

function assignmentsOf(state: StateReader): Assignment[] {
  const rules = ['Choices', 'Catch'].flatMap((field) => {
    const items = state.get(field);
    return Array.isArray(items)
      ? (items as readonly Json[]).flatMap((item, index) =>
          isJsonObject(item) ? [{ reader: state.inner(item, `${field}[${index}]`), isCaught: field === 'Catch' }] : [],
        )
      : [];
  });
  return [{ reader: state, isCaught: false }, ...rules].flatMap(({ reader, isCaught }) => {
    const assign = reader.get('Assign');
    const names = isJsonObject(assign) ? Object.keys(assign) : [];
    return names.map((name) => ({ state, reader, name: name.replace(/\.\$$/, ''), isCaught }));
  });
}

function checkName(reader: StateReader, name: string, outer: ReadonlySet<string>): void {
  if (name === 'states') reader.error('Assign', "cannot assign the reserved variable 'states'.");
  else if ([...name].length > longestName)
    reader.error('Assign', `The variable '${name}' must have at most ${longestName} characters.`);
  else if (!identifier.test(name))
    reader.error(
      'Assign',
      `'${name}' is no name of a variable: it must be a letter, then letters, digits and underscores.`,
    );
  else if (outer.has(name))
    reader.error(
      'Assign',
      `The variable '${name}' is assigned in an outer scope too; an inner one needs another name.`,
    );
}

function isDistributed(machine: StateReader): boolean {
  const config = machine.get('ProcessorConfig');
  return isJsonObject(config) && config['Mode'] === 'DISTRIBUTED';
}

import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { StateReader } from './state-reader.ts';

/** Reports labels that two Map states of a machine share: a Map Run could not be told by its ARN (Developer Guide, "Map state"). */
export function checkLabels(machine: StateReader): void {
  const labels = new Set<string>();
  visit(machine, labels);
}

function visit(machine: StateReader, labels: Set<string>): void {
  for (const state of statesOf(machine)) {
    const label = state.get('Label');
    if (typeof label === 'string') {
      if (labels.has(label))
        state.error('Label', `'${label}' is the label of another Map state.`, 'DUPLICATE_LABEL_NAME');
      labels.add(label);
    }
    for (const inner of machinesWithin(state)) visit(inner, labels);
  }
}

/** The states of a machine, each with a reader. */
export function statesOf(machine: StateReader): StateReader[] {
  const states = machine.get('States');
  if (!isJsonObject(states)) return [];
  return Object.entries(states).flatMap(([name, state]) =>
    isJsonObject(state) ? [machine.ofState(name, state, machine.queryLanguage)] : [],
  );
}

/** The branches of a Parallel state, the processor of a Map state. */
export function machinesWithin(state: StateReader): StateReader[] {
  const branches = state.get('Branches');
  const listed = Array.isArray(branches)
    ? (branches as readonly Json[]).map((item, index) => [item, `Branches[${index}]`] as const)
    : [];
  const processors = ['ItemProcessor', 'Iterator'].map((field) => [state.get(field), field] as const);
  return [...listed, ...processors].flatMap(([machine, place]) =>
    isJsonObject(machine) ? [state.inner(machine as JsonObject, place)] : [],
  );
}

import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { StateReader } from './state-reader.ts';

/** Reports transitions to states that do not exist, states that nothing leads to, and machines that cannot end. */
export function checkGraph(reader: StateReader, startAt: string, states: JsonObject): void {
  const names = Object.keys(states);
  if (names.length === 0) {
    reader.error('States', 'must hold at least one state.');
    return;
  }
  if (!Object.hasOwn(states, startAt))
    reader.error('StartAt', `There is no state '${startAt}'; there are ${quoted(names)}.`, 'MISSING_TRANSITION_TARGET');
  for (const name of names) checkTargets(reader, name, states);
  const reached = reachableFrom(startAt, states);
  for (const name of names) {
    if (!reached.has(name))
      stateReader(reader, name, states).error(
        '',
        'No transition leads to this state: remove it, or name it in a Next.',
        'MISSING_TRANSITION_TARGET',
      );
  }
  if (reached.size > 0 && ![...reached].some((name) => isTerminal(states[name]))) {
    reader.error(
      'States',
      'No state ends the machine: one needs "End": true, or the type Succeed or Fail.',
      'MISSING_END_STATE',
    );
  }
}

function stateReader(reader: StateReader, name: string, states: JsonObject): StateReader {
  const state = states[name];
  return reader.ofState(name, isJsonObject(state) ? state : {}, reader.queryLanguage);
}

function checkTargets(reader: StateReader, name: string, states: JsonObject): void {
  for (const { field, target } of transitions(states[name])) {
    if (!Object.hasOwn(states, target))
      stateReader(reader, name, states).error(
        field,
        `There is no state '${target}' here; there are ${quoted(Object.keys(states))}.`,
        'MISSING_TRANSITION_TARGET',
      );
  }
}

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `'${name}'`);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}

function reachableFrom(startAt: string, states: JsonObject): Set<string> {
  const reached = new Set<string>();
  const open = [startAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name) || !Object.hasOwn(states, name)) continue;
    reached.add(name);
    open.push(...transitions(states[name]).map(({ target }) => target));
  }
  return reached;
}

interface NamedTransition {
  readonly field: string;
  readonly target: string;
}

function transitions(state: Json | undefined): NamedTransition[] {
  if (!isJsonObject(state)) return [];
  const found = [...nextOf(state, ''), ...(state['Type'] === 'Choice' ? nextOf(state, '', 'Default') : [])];
  for (const list of ['Choices', 'Catch']) {
    const items = state[list];
    if (!Array.isArray(items)) continue;
    for (const [index, item] of (items as readonly Json[]).entries()) found.push(...nextOf(item, `${list}[${index}].`));
  }
  return found;
}

function nextOf(holder: Json | undefined, prefix: string, field = 'Next'): NamedTransition[] {
  const target = isJsonObject(holder) ? holder[field] : undefined;
  return typeof target === 'string' ? [{ field: prefix + field, target }] : [];
}

function isTerminal(state: Json | undefined): boolean {
  return isJsonObject(state) && (state['End'] === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail');
}

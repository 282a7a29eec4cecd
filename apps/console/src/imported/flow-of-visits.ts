import { type Flow, type FlowEdge, flowEnd, flowStart } from '../definition/flow.ts';
import type { Visit } from '../history/visit.ts';

/** Whether a definition has every state that an execution was in. */
export function fits({ states }: Flow, visits: readonly Visit[]): boolean {
  const known = new Set(states.map(({ name }) => name));
  return visits.every(({ state, within }) => within !== undefined || known.has(state));
}

/** The ways that an execution went, as a graph: all that can be drawn of a history whose definition nobody has here. */
export function flowOfVisits(all: readonly Visit[], succeeded: boolean): Flow {
  const visits = all.filter(({ within }) => within === undefined);
  const kinds = new Map(visits.map(({ state, kind }) => [state, kind]));
  const edges = new Map<string, FlowEdge>();
  const add = (from: string, to: string, kind: FlowEdge['kind'], error?: string) => {
    const id = `${from}→${to} ${kind}`;
    const errors = [...new Set([...(edges.get(id)?.errors ?? []), ...(error === undefined ? [] : [error])])];
    edges.set(id, { ...{ id, from, to, kind, errors }, label: errors.join(', ') });
  };
  for (const { state, from } of visits) {
    if (!from) add(flowStart, state, 'next');
    else if (from.failure) add(from.state, state, 'catch', from.failure.error);
    else add(from.state, state, 'next');
  }
  const last = visits.at(-1);
  if (succeeded && last) add(last.state, flowEnd, 'next');
  return { states: [...kinds].map(([name, type]) => ({ name, type, retriers: [] })), edges: [...edges.values()] };
}

import { type FlowEdge, flowStart } from './flow.ts';

/**
 * Puts states in an order in which an execution can reach them: none stands before one that leads to it, except in a
 * loop (reverse postorder of a depth-first search). What cannot be reached comes last.
 */
export function orderStates(names: readonly string[], edges: readonly FlowEdge[]): readonly string[] {
  const successors = Map.groupBy(edges, ({ from }) => from);
  const known = new Set(names);
  const seen = new Set<string>();
  const finished: string[] = [];

  function visit(name: string): void {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { to } of successors.get(name) ?? []) visit(to);
    if (known.has(name)) finished.push(name);
  }

  visit(flowStart);
  return [...finished.reverse(), ...names.filter((name) => !seen.has(name))];
}

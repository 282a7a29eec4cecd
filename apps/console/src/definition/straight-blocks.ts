import { type Flow, type FlowEdge, flowEnd, flowStart } from './flow.ts';

/** The block of the way of an execution that meets no error. */
export const spine = '\nspine';

/**
 * What is to be drawn straight below each other, by states' names and edges' ids: the way of an execution that meets no
 * error, and beside it each chain of states that lead only to the next.
 */
export function straightBlocks({ states, edges }: Flow): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>([[flowStart, spine]]);
  for (let at = flowStart; ; ) {
    const next = wayOn(edges, at);
    if (!next || blocks.has(next.to)) break;
    blocks.set(next.id, spine).set(next.to, spine);
    at = next.to;
  }
  if (!blocks.has(flowEnd)) blocks.set(flowEnd, flowEnd);
  for (const { name } of states) {
    const block = blocks.get(name) ?? name;
    blocks.set(name, block);
    const next = wayOn(edges, name);
    if (next?.kind !== 'next' || blocks.has(next.to)) continue;
    blocks.set(next.id, block).set(next.to, block);
  }
  return blocks;
}

function wayOn(edges: readonly FlowEdge[], from: string): FlowEdge | undefined {
  return edges.find((edge) => edge.from === from && edge.kind !== 'catch');
}

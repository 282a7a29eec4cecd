import { type Flow, flowEnd, flowStart } from '../definition/flow.ts';
import type { FlowLayout } from '../definition/flow-layout.ts';
import type { Trace } from '../history/trace.ts';
import { stateLooks } from '../show/tone.ts';
import type { LineEdge } from './flow-edge-line.tsx';
import { noteOfState } from './note-of-state.ts';
import type { DotNodeData, StateNodeData } from './state-node.tsx';

interface GraphParts {
  readonly flow: Flow;
  readonly layout: FlowLayout;
  readonly trace: Trace;
  readonly selected: string | undefined;
}

/** What React Flow draws: states in the order in which the keyboard goes through them. */
export function graphElements({ flow, layout, trace, selected }: GraphParts): {
  nodes: (StateNodeData | DotNodeData)[];
  edges: LineEdge[];
} {
  return {
    nodes: [dot(flowStart), ...flow.states.flatMap(({ name, type }) => state(name, type)), dot(flowEnd)],
    // What was taken is drawn over what was not.
    edges: flow.edges
      .map(({ id, from, to, kind, label }): LineEdge => {
        const { points, label: labelAt } = layout.edges.get(id) ?? { points: [], label: { x: 0, y: 0 } };
        const data = { kind, label, taken: trace.taken.has(id), points, labelAt };
        return { id, source: from, target: to, type: 'line', focusable: false, selectable: false, data };
      })
      .sort((a, b) => Number(a.data?.taken) - Number(b.data?.taken)),
  };

  function place(name: string) {
    const { x = 0, y = 0, width = 0, height = 0 } = layout.nodes.get(name) ?? {};
    return { id: name, position: { x, y }, width, height, draggable: false, connectable: false };
  }

  function state(name: string, type: string): StateNodeData[] {
    const traced = trace.states.get(name);
    if (!traced) return [];
    const look = stateLooks[traced.status];
    const note = noteOfState(traced);
    return [
      {
        ...place(name),
        type: 'state',
        selected: name === selected,
        ariaRole: 'button',
        domAttributes: { 'aria-pressed': name === selected, 'aria-roledescription': 'state' },
        data: { name, type, look, note },
      },
    ];
  }

  function dot(name: string): DotNodeData {
    const reached = flow.edges.some(({ id, from, to }) => (from === name || to === name) && trace.taken.has(id));
    return {
      ...place(name),
      type: 'dot',
      focusable: false,
      selectable: false,
      domAttributes: { 'aria-hidden': true },
      data: { ending: name === flowEnd, reached },
    };
  }
}

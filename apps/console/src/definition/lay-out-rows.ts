import { graphlib, layout } from '@dagrejs/dagre';
import { type Flow, flowEnd, flowStart } from './flow.ts';
import type { Box, LayoutSizes, Point } from './flow-layout.ts';
import { spine } from './straight-blocks.ts';

/** Where an edge crosses a row of states. */
export interface Bend extends Point {
  /** Here stands the edge's label, if it has one. */
  readonly label: boolean;
  /** Of the label in CSS pixels; 0 where there is none. */
  readonly width: number;
}

/** States in rows, and the places where edges pass through the rows between. */
export interface Rows {
  readonly nodes: ReadonlyMap<string, Box>;
  /** By the edge's id, from its source to its target. */
  readonly bends: ReadonlyMap<string, readonly Bend[]>;
}

/** How much worse it is to cross the way of an execution that meets no error than to cross any other arrow. */
const spineWeight = 8;

/** Finds rows and the order in them in which arrows cross least (dagre). */
export function layOutRows({ states, edges }: Flow, blocks: ReadonlyMap<string, string>, sizes: LayoutSizes): Rows {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: sizes.gap, edgesep: sizes.gap / 2, ranksep: sizes.rowGap });
  const dot = { width: sizes.dot, height: sizes.dot };
  graph.setNode(flowStart, { ...dot });
  for (const { name } of states) graph.setNode(name, { width: sizes.stateWidth, height: sizes.stateHeight });
  graph.setNode(flowEnd, { ...dot });
  for (const { id, from, to, label } of edges) {
    const size = label === '' ? {} : { width: label.length * sizes.labelCharacter, height: sizes.labelHeight };
    const weight = blocks.get(id) === spine ? spineWeight : 1;
    graph.setEdge(from, to, { ...size, weight, labelpos: 'c' }, id);
  }
  layout(graph);
  return {
    nodes: new Map(
      graph.nodes().map((name): [string, Box] => {
        const { x, y, width, height } = graph.node(name);
        return [name, { x: x - width / 2, y: y - height / 2, width, height }];
      }),
    ),
    bends: new Map(
      graph.edges().map((edge): [string, readonly Bend[]] => {
        const { points, y: labelY, width = 0 } = graph.edge(edge);
        const bends = points.slice(1, -1).map(({ x, y }: Point) => ({
          x,
          y,
          label: y === labelY,
          width: y === labelY ? width : 0,
        }));
        return [edge.name ?? '', bends];
      }),
    ),
  };
}

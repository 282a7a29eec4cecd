import { graphlib, layout } from '@dagrejs/dagre';
import { type Flow, flowEnd, flowStart } from './flow.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place in CSS pixels; `x` and `y` are the upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly edges: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label: Point }>;
}

/** Sizes in CSS pixels. */
export interface LayoutSizes {
  readonly stateWidth: number;
  readonly stateHeight: number;
  /** Average width of a character of an arrow's label. */
  readonly labelCharacter: number;
  readonly labelHeight: number;
  readonly dot: number;
  /** Between states of the same row, and between rows. */
  readonly gap: number;
  readonly rowGap: number;
  readonly margin: number;
}

/** Puts the states in rows from top to bottom, and finds a way for each arrow and its label. */
export function layOutFlow({ states, edges }: Flow, sizes: LayoutSizes): FlowLayout {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: sizes.gap,
    edgesep: sizes.gap / 2,
    ranksep: sizes.rowGap,
    marginx: sizes.margin,
    marginy: sizes.margin,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(flowStart, { width: sizes.dot, height: sizes.dot });
  for (const { name } of states) graph.setNode(name, { width: sizes.stateWidth, height: sizes.stateHeight });
  graph.setNode(flowEnd, { width: sizes.dot, height: sizes.dot });
  for (const { id, from, to, kind, label } of edges) {
    // The way of an order that goes well stays straight.
    const weight = kind === 'next' ? 8 : 1;
    const size = label === '' ? {} : { width: label.length * sizes.labelCharacter, height: sizes.labelHeight };
    graph.setEdge(from, to, { ...size, labelpos: 'c', weight }, id);
  }
  layout(graph);

  const { width = 0, height = 0 } = graph.graph();
  const nodes = new Map(
    graph.nodes().map((name): [string, Box] => {
      const { x, y, width, height } = graph.node(name);
      return [name, { x: x - width / 2, y: y - height / 2, width, height }];
    }),
  );
  return {
    width,
    height,
    nodes,
    edges: new Map(
      graph.edges().map((edge) => {
        const { points, x = 0, y = 0 } = graph.edge(edge);
        return [edge.name ?? '', { points: attach(points, nodes.get(edge.v), nodes.get(edge.w)), label: { x, y } }];
      }),
    ),
  };
}

/** Arrows leave at the bottom and arrive at the top, each where it comes nearest; dagre lets some start at a side. */
function attach(points: readonly Point[], source: Box | undefined, target: Box | undefined): readonly Point[] {
  const [second, beforeLast] = [points[1], points.at(-2)];
  if (!source || !target || !second || !beforeLast || target.y < source.y) return points;
  return [
    { x: nearest(source, second.x), y: source.y + source.height },
    ...points.slice(1, -1),
    { x: nearest(target, beforeLast.x), y: target.y },
  ];
}

function nearest({ x, width }: Box, wanted: number): number {
  const corner = width / 8;
  return Math.min(x + width - corner, Math.max(x + corner, wanted));
}

import type { Edge, EdgeProps } from '@xyflow/react';
import type { FlowEdge } from '../definition/flow.ts';
import type { Point } from '../definition/flow-layout.ts';
import { arrowHead, edgePath } from './edge-path.ts';

export type LineEdge = Edge<
  {
    readonly kind: FlowEdge['kind'];
    readonly label: string;
    readonly taken: boolean;
    readonly points: readonly Point[];
    readonly labelAt: Point;
  },
  'line'
>;

/** An arrow along the way that the layout found. */
export function FlowEdgeLine({ data }: EdgeProps<LineEdge>) {
  if (!data) return null;
  const { kind, label, taken, points, labelAt } = data;
  return (
    <g className={`line ${kind} ${taken ? 'taken' : ''}`}>
      <path className="line-path" d={edgePath(points)} />
      <path className="line-head" d={arrowHead(points)} />
      {label !== '' && (
        <text className="line-label" x={labelAt.x} y={labelAt.y} textAnchor="middle" dominantBaseline="central">
          {label}
        </text>
      )}
    </g>
  );
}

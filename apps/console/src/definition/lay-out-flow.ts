import type { Flow } from './flow.ts';
import type { Box, FlowLayout, LayoutSizes, Point } from './flow-layout.ts';
import { layOutRows, type Rows } from './lay-out-rows.ts';
import { spine, straightBlocks } from './straight-blocks.ts';
import { straighten } from './straighten.ts';

/**
 * Puts the states in rows from top to bottom, and finds a way for each arrow and its label. The way of an execution that
 * meets no error becomes one straight line, unless the order of the rows has no room for it.
 */
export function layOutFlow(flow: Flow, sizes: LayoutSizes): FlowLayout {
  const blocks = straightBlocks(flow);
  const { nodes, bends } = straightened(layOutRows(flow, blocks, sizes), blocks, sizes.gap);
  const extents = [
    ...[...nodes.values()].map(({ x, width }) => ({ left: x, right: x + width })),
    ...[...bends.values()].flat().map(({ x, width }) => ({ left: x - width / 2, right: x + width / 2 })),
  ];
  const left = Math.min(...extents.map((extent) => extent.left)) - sizes.margin;
  const right = Math.max(...extents.map((extent) => extent.right)) + sizes.margin;
  const bottom = Math.max(...[...nodes.values()].map(({ y, height }) => y + height)) + sizes.margin;
  const place = <P extends Point>(point: P): P => ({ ...point, x: point.x - left, y: point.y + sizes.margin });
  return {
    width: right - left,
    height: bottom + sizes.margin,
    nodes: new Map([...nodes].map(([name, box]) => [name, place(box)])),
    edges: new Map(
      flow.edges.map(({ id, from, to }) => {
        const crossed = bends.get(id) ?? [];
        const label = crossed.find((bend) => bend.label) ?? { x: 0, y: 0 };
        const points = arrow(crossed, nodes.get(from), nodes.get(to));
        return [id, { points: points.map(place), label: place({ x: label.x, y: label.y }) }];
      }),
    ),
  };
}

function straightened({ nodes, bends }: Rows, blocks: ReadonlyMap<string, string>, gap: number): Rows {
  const blockOf = (owner: string) => blocks.get(owner) ?? owner;
  const items = [
    ...[...nodes].map(([name, { x, y, width, height }]) => ({
      block: blockOf(name),
      x: x + width / 2,
      y: y + height / 2,
      half: (width + gap) / 2,
    })),
    ...[...bends].flatMap(([id, crossed]) =>
      crossed.map(({ x, y, width }) => ({ block: blockOf(id), x, y, half: (width + gap / 2) / 2 })),
    ),
  ];
  const rows = [...Map.groupBy(items, ({ y }) => Math.round(y)).values()];
  const places = straighten(
    rows.map((row) => row.toSorted((a, b) => a.x - b.x)),
    spine,
  );
  if (!places) return { nodes, bends };
  const place = (owner: string) => places.get(blockOf(owner)) ?? 0;
  return {
    nodes: new Map([...nodes].map(([name, box]) => [name, { ...box, x: place(name) - box.width / 2 }])),
    bends: new Map([...bends].map(([id, crossed]) => [id, crossed.map((bend) => ({ ...bend, x: place(id) }))])),
  };
}

/** Arrows leave at the bottom and arrive at the top, each where it comes nearest; in a loop the other way round. */
function arrow(crossed: readonly Point[], source: Box | undefined, target: Box | undefined): readonly Point[] {
  if (!source || !target) return [];
  const up = target.y < source.y;
  const first = crossed[0] ?? middle(target);
  const last = crossed.at(-1) ?? middle(source);
  return [
    { x: nearest(source, first.x), y: up ? source.y : source.y + source.height },
    ...crossed.map(({ x, y }) => ({ x, y })),
    { x: nearest(target, last.x), y: up ? target.y + target.height : target.y },
  ];
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function nearest({ x, width }: Box, wanted: number): number {
  const corner = width / 8;
  return Math.min(x + width - corner, Math.max(x + corner, wanted));
}

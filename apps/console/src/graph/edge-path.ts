import type { Point } from '../definition/flow-layout.ts';

const bend = 14;
const arrowLength = 7;
const arrowHalfWidth = 4;

/** An SVG path through points, with round corners, that stops where the arrow's head begins. */
export function edgePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const corners = rest.slice(0, -1).map((corner, index) => {
    const [before, after] = [points[index] ?? corner, points[index + 2] ?? corner];
    const [from, to] = [towards(corner, before), towards(corner, after)];
    return `L${from.x} ${from.y}Q${corner.x} ${corner.y} ${to.x} ${to.y}`;
  });
  const tip = points.at(-1) ?? first;
  const neck = towards(tip, points.at(-2) ?? tip, arrowLength);
  return `M${first.x} ${first.y}${corners.join('')}L${neck.x} ${neck.y}`;
}

/** The arrow's head at the end of the points, as an SVG path to be filled. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const neck = towards(tip, before, arrowLength);
  const length = Math.hypot(before.x - tip.x, before.y - tip.y) || 1;
  const [acrossX, acrossY] = [(before.y - tip.y) / length, (tip.x - before.x) / length];
  const [left, right] = [1, -1].map((side) => ({
    x: neck.x + side * acrossX * arrowHalfWidth,
    y: neck.y + side * acrossY * arrowHalfWidth,
  }));
  return left && right ? `M${tip.x} ${tip.y}L${left.x} ${left.y}L${right.x} ${right.y}Z` : '';
}

/** A point on the way from one to another, at most half way. */
function towards(from: Point, to: Point, distance = bend): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance / length, 0.5);
  return { x: round(from.x + (to.x - from.x) * part), y: round(from.y + (to.y - from.y) * part) };
}

/** Nobody sees less than a hundredth of a pixel. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

import { describe, expect, it } from 'vitest';
import { readOrderFlow } from '../../test/read-fixture.ts';
import { flowEnd, flowStart } from './flow.ts';
import { layOutFlow } from './lay-out-flow.ts';

const sizes = {
  stateWidth: 160,
  stateHeight: 44,
  labelCharacter: 6,
  labelHeight: 14,
  dot: 12,
  gap: 20,
  rowGap: 20,
  margin: 8,
} as const;

describe(layOutFlow, () => {
  const flow = readOrderFlow();
  const layout = layOutFlow(flow, sizes);

  it('places every state inside the picture, and none on another', () => {
    const nodes = [...layout.nodes.values()];
    expect([...layout.nodes.keys()]).toEqual([flowStart, ...flow.states.map(({ name }) => name), flowEnd]);
    for (const [index, a] of nodes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.y).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(layout.width);
      expect(a.y + a.height).toBeLessThanOrEqual(layout.height);
      for (const b of nodes.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('leads every arrow downwards from its state to the next', () => {
    for (const { id, from, to } of flow.edges) {
      const { points } = layout.edges.get(id)!;
      const [source, target] = [layout.nodes.get(from)!, layout.nodes.get(to)!];
      expect(points.at(0)!.y).toBeCloseTo(source.y + source.height, 0);
      expect(points.at(-1)!.y).toBeCloseTo(target.y, 0);
    }
  });

  it('leads no arrow and no label over a state', () => {
    for (const { id, label } of flow.edges) {
      const { points, label: at } = layout.edges.get(id)!;
      const half = (label.length * sizes.labelCharacter) / 2;
      const taken = [
        ...points.slice(1, -1).map(({ x, y }) => ({ x, y, half: 0 })),
        ...(label ? [{ ...at, half }] : []),
      ];
      for (const { x, y, half } of taken) {
        for (const box of layout.nodes.values()) {
          const beside = y <= box.y || y >= box.y + box.height || x + half <= box.x || x - half >= box.x + box.width;
          expect(beside).toBe(true);
        }
      }
    }
  });

  it('draws the way of a good order as one line', () => {
    const line = [flowStart, 'Validate Order', 'Process Payment', 'Ship Order', 'Notify Customer', flowEnd];
    const middles = line.map((name) => layout.nodes.get(name)!.x + layout.nodes.get(name)!.width / 2);
    expect(new Set(middles).size).toBe(1);
  });

  it('lets no labels overlap', () => {
    const labels = flow.edges
      .filter(({ label }) => label !== '')
      .map(({ id, label }) => ({ ...layout.edges.get(id)!.label, half: (label.length * sizes.labelCharacter) / 2 }));
    for (const [index, a] of labels.entries()) {
      for (const b of labels.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= a.half + b.half || Math.abs(a.y - b.y) >= sizes.labelHeight).toBe(true);
      }
    }
  });
});

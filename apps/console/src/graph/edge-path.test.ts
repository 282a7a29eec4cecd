import { describe, expect, it } from 'vitest';
import { arrowHead, edgePath } from './edge-path.ts';

describe(edgePath, () => {
  it('is a straight line to the arrow’s head', () => {
    expect(
      edgePath([
        { x: 0, y: 0 },
        { x: 0, y: 100 },
      ]),
    ).toBe('M0 0L0 93');
  });

  it('goes round a corner, and no further from it than half way', () => {
    const corner = [
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 100, y: 20 },
    ];
    expect(edgePath(corner)).toBe('M0 0L0 10Q0 20 14 20L93 20');
  });

  it('is nothing without points', () => {
    expect(edgePath([])).toBe('');
    expect(arrowHead([])).toBe('');
  });
});

describe(arrowHead, () => {
  it('points where the line goes', () => {
    expect(
      arrowHead([
        { x: 0, y: 0 },
        { x: 0, y: 100 },
      ]),
    ).toBe('M0 100L-4 93L4 93Z');
  });
});

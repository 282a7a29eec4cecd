/** A line of a shape in a box of 16 by 16, as an SVG path. `filled` and `on-filled` are classes that colour it. */
interface ShapeLine {
  readonly path: string;
  readonly className?: 'filled' | 'on-filled';
  readonly dashes?: string;
}

/** Each status has a shape of its own, so that nobody needs its colour. */
export const statusShapes = {
  idle: [{ path: circle(5.2), dashes: '2 2.4' }],
  running: [{ path: circle(5.8) }, { path: 'M8 4.6V8l2.4 1.6' }],
  retrying: [{ path: 'M12.9 6.2A5.4 5.4 0 1 0 13.3 9M13.2 2.8v3.6H9.6' }],
  succeeded: [
    { path: circle(6.2), className: 'filled' },
    { path: 'm5.2 8.2 2 2 3.6-4.2', className: 'on-filled' },
  ],
  caught: [
    { path: 'M8 1.8 14.6 13.6H1.4Z', className: 'filled' },
    { path: 'M8 6.2v3.4M8 11.4v.4', className: 'on-filled' },
  ],
  failed: [
    { path: 'M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3Z', className: 'filled' },
    { path: 'm5.8 5.8 4.4 4.4m0-4.4-4.4 4.4', className: 'on-filled' },
  ],
  stopped: [
    {
      path: 'M4.5 3h7a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 11.5v-7A1.5 1.5 0 0 1 4.5 3Z',
      className: 'filled',
    },
  ],
} as const satisfies Readonly<Record<string, readonly ShapeLine[]>>;

export type StatusShape = keyof typeof statusShapes;

/** The lines of a status's shape. */
export function shapeLines(shape: StatusShape): readonly ShapeLine[] {
  return statusShapes[shape];
}

function circle(radius: number): string {
  const start = Math.round((8 - radius) * 10) / 10;
  return `M${start} 8a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0Z`;
}

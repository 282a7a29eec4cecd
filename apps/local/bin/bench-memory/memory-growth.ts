/** How much memory a server has after so many orders. */
export interface MemoryPoint {
  readonly orders: number;
  readonly bytes: number;
}

interface MemoryGrowth {
  readonly mostBytes: number;
  /** At the end, how many times what it had after a fifth of the orders: what holds all of them has up to five times as much. */
  readonly times: number;
}

/** @param points the one before the first order, and equal steps */
export function memoryGrowth(points: readonly MemoryPoint[]): MemoryGrowth {
  const fifth = points[Math.round((points.length - 1) / 5)];
  const last = points.at(-1);
  return {
    mostBytes: Math.max(...points.map(({ bytes }) => bytes)),
    times: (last?.bytes ?? Number.NaN) / (fifth?.bytes ?? Number.NaN),
  };
}

/** `10000 orders: 312 MB` */
export function memoryLine({ orders, bytes }: MemoryPoint): string {
  return `${orders} orders: ${(bytes / 1e6).toFixed(0)} MB`;
}

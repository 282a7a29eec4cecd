import { mapConcurrently } from '../../src/orders/map-concurrently.ts';
import { medianOf } from './numbers.ts';

/** Places an order under this id, and waits until it is fulfilled. `usualMs` gives how long the last ones took; undefined before one has ended. */
export type PlaceOrder = (orderId: string, usualMs: () => number | undefined) => Promise<void>;

interface Placing {
  readonly place: PlaceOrder;
  readonly ids: readonly string[];
  /** How many are under way at once. */
  readonly concurrency: number;
}

/** Places orders, and gives how long each took its client, in milliseconds. */
export async function placeOrders({ place, ids, concurrency }: Placing): Promise<number[]> {
  const took: number[] = [];
  const usualMs = () => (took.length === 0 ? undefined : medianOf(took.slice(-50)));
  async function time(orderId: string): Promise<number> {
    const began = performance.now();
    await place(orderId, usualMs);
    return performance.now() - began;
  }
  await mapConcurrently(ids, concurrency, time, async (milliseconds) => void took.push(milliseconds));
  return took;
}

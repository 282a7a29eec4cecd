import type { FoundStretch, ListedOrder } from '../ports/order-lists.ts';

export interface MergedStretches {
  /** The newest first. */
  readonly orders: readonly ListedOrder[];
  /** Only what is older than this is missing; undefined where nothing is. */
  readonly readTo: string | undefined;
}

/**
 * The parts of a list as one: as far as each was read, for below that another may have an order that is newer. However little of each
 * was read, it goes on, since the part that was read least deep has what it was read down to.
 */
export function mergeStretches(stretches: readonly FoundStretch[], most: number): MergedStretches {
  const floor = stretches.flatMap(({ readTo }) => readTo ?? []).toSorted(newestFirst)[0];
  const sure = stretches
    .flatMap(({ orders }) => orders)
    .filter(({ at }) => floor === undefined || newestFirst(at, floor) <= 0)
    .toSorted((one, other) => newestFirst(one.at, other.at));
  if (sure.length <= most) return { orders: sure, readTo: floor };
  const orders = sure.slice(0, most);
  return { orders, readTo: orders.at(-1)?.at };
}

/** As DynamoDB sorts texts, by their bytes. */
function newestFirst(one: string, other: string): number {
  return Buffer.compare(Buffer.from(other), Buffer.from(one));
}

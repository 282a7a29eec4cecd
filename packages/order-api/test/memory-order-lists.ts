import type { FoundStretch, ListedOrder, OrderLists } from '../src/ports/order-lists.ts';

/** An order with what it is listed by. */
export interface PlacedOrder extends ListedOrder {
  readonly customer: string | undefined;
  readonly digit: string;
}

/**
 * Lists over orders in memory, for tests. A stretch of them ends where `depth` says, as one of DynamoDB's does after a megabyte or
 * what was looked through.
 */
export function memoryOrderLists(
  orders: readonly PlacedOrder[],
  depth: (most: number) => number = (most) => most,
): OrderLists {
  return {
    async read({ of, digit, before, since, status, most }): Promise<FoundStretch> {
      const listed = orders
        .filter((one) => one.digit === digit)
        .filter((one) => ('day' in of ? one.at.startsWith(of.day) : one.customer === of.customer))
        .filter(({ at }) => bytes(at, since) >= 0 && (before === undefined || bytes(at, before) < 0))
        .toSorted((one, other) => bytes(other.at, one.at));
      const looked = listed.slice(0, Math.max(1, depth(most)));
      return {
        orders: looked
          .filter((one) => status === undefined || one.status === status)
          .map(({ orderId, attempt, status: stands, at }) => ({ orderId, attempt, status: stands, at })),
        readTo: looked.length < listed.length ? looked.at(-1)?.at : undefined,
      };
    },
  };
}

function bytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

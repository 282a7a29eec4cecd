import type { OrderStatus } from '@order-workflow/stage-kit/order-store';

/** An order as it stands in a list. */
export interface ListedOrder {
  readonly orderId: string;
  readonly attempt: number;
  readonly status: OrderStatus;
  /** When its attempt began, and its id: where it stands among all others. */
  readonly at: string;
}

/** Whose orders a list has: those of a day in UTC, `2026-03-01`, or those of the customer with this keyed hash. */
export type ListOf = { readonly day: string } | { readonly customer: string };

/** A part of a list, from its newest order down. */
export interface Stretch {
  readonly of: ListOf;
  /** Which of the parts that a list is spread over. */
  readonly digit: string;
  /** No order that is not older than this: an {@link ListedOrder.at} or the beginning of one. All of them unless given. */
  readonly before?: string | undefined;
  /** No order that is older than this moment. */
  readonly since: string;
  readonly status?: OrderStatus | undefined;
  /** About how many are asked for. */
  readonly most: number;
}

export interface FoundStretch {
  /** The newest first. */
  readonly orders: readonly ListedOrder[];
  /** Down to where it was read, with what stands there; undefined where that was to its end. */
  readonly readTo: string | undefined;
}

/** The lists of orders. They may be a moment behind the orders. */
export interface OrderLists {
  /** @throws ApiUnavailable */
  read(stretch: Stretch): Promise<FoundStretch>;
}

import { listDigits } from '@order-workflow/stage-kit/order-store';
import type { ListedOrder, OrderLists } from '../ports/order-lists.ts';
import type { ListPlace, ListQuery } from './list-query.ts';
import { mergeStretches } from './merge-stretches.ts';

/** How often all parts of a list are asked for one page. */
const mostRounds = 8;

/** Milliseconds after which no further round is begun for a page: what was found until then is the page, and the next goes on there. */
export const lastRoundBeginsMs = 4_000;

export interface WalkedLists {
  /** The newest first; fewer than were asked for where it took too long to find more. */
  readonly orders: readonly ListedOrder[];
  /** Where the next page begins; undefined after the last. */
  readonly next: ListPlace | undefined;
}

export interface WalkingPorts {
  readonly lists: OrderLists;
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number };
}

/**
 * A page of what was asked for, from the place on: a customer's list, or those of days, one after the other. However slowly it is
 * answered, it ends within {@link lastRoundBeginsMs} and what one round takes.
 *
 * @throws ApiUnavailable
 */
export async function walkLists(
  query: ListQuery,
  from: ListPlace,
  { lists, clock }: WalkingPorts,
): Promise<WalkedLists> {
  const orders: ListedOrder[] = [];
  const lastBegins = clock.now() + lastRoundBeginsMs;
  let place: ListPlace | undefined = from;
  for (let round = 0; place && round < mostRounds && orders.length < query.limit; round++) {
    if (round > 0 && clock.now() > lastBegins) break;
    const { day, before }: ListPlace = place;
    const most = query.limit - orders.length;
    const of = day === undefined ? { customer: query.customer ?? '' } : { day };
    const { since, status } = query;
    const stretches = await Promise.all(
      [...listDigits].map((digit) => lists.read({ of, digit, before, since, status, most })),
    );
    const merged = mergeStretches(stretches, most);
    orders.push(...merged.orders);
    place = merged.readTo === undefined ? dayBefore(day, query.since) : { day, before: merged.readTo };
  }
  return { orders, next: place };
}

function dayBefore(day: string | undefined, since: string): ListPlace | undefined {
  if (day === undefined || day <= since.slice(0, 10)) return undefined;
  return { day: new Date(Date.parse(day) - 24 * 3600 * 1000).toISOString().slice(0, 10) };
}

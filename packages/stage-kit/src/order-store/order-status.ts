import * as z from 'zod/mini';

/**
 * How an order stands. `open`: its owner works on it. `cancelling`: an execution that cancels it has taken it over, and nobody else gets it. The others are ends:
 * `fulfilled` holds money and a parcel, and nothing is held by an order that is `rejected`, `declined`, `refunded` or
 * `cancelled`.
 */
export const orderStatusSchema = z.enum([
  'open',
  'cancelling',
  'fulfilled',
  'rejected',
  'declined',
  'refunded',
  'cancelled',
]);

export type OrderStatus = z.infer<typeof orderStatusSchema>;

/** How an attempt ended. */
export type AttemptEnd = Exclude<OrderStatus, 'open' | 'cancelling'>;

export function isEnd(status: OrderStatus): status is AttemptEnd {
  return status !== 'open' && status !== 'cancelling';
}

/** Whether the attempt is over and left nothing, so that another may follow. */
export function holdsNothing(status: OrderStatus): boolean {
  return isEnd(status) && status !== 'fulfilled';
}

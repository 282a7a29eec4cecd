import type { AttemptStanding } from './order-standings.ts';
import { holdsNothing, type OrderStatus } from './order-status.ts';

/**
 * How an attempt at an order stands, by what the table has of the order, which is its last attempt. Another follows only where
 * one ended with nothing held. Never by how long ago anything was: a transfer may settle after days.
 */
export function judgeStanding(
  item: { readonly attempt: number; readonly status: OrderStatus } | undefined,
  attempt: number,
): AttemptStanding {
  // Of an order, or an attempt, that the table does not know, nobody says that it is over.
  if (!item || item.attempt < attempt) return 'unsettled';
  if (item.attempt > attempt || holdsNothing(item.status)) return 'nothing-held';
  return item.status === 'fulfilled' ? 'fulfilled' : 'unsettled';
}

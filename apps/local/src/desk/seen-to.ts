import { needsPerson } from './desk-query.ts';
import type { DeskStore } from './desk-store.ts';
import type { SeenTo } from './money-without-parcel.ts';

/** Who sees to an order, by its executions and its cancellations. */
export function seenTo(store: Pick<DeskStore, 'all'>, orderId: string): SeenTo {
  const rows = store.all(`SELECT status = 'RUNNING' AS runs, ${needsPerson} AS needed FROM entry WHERE order_id = ?`, [
    orderId,
  ]);
  if (rows.some(({ runs }) => runs === 1)) return 'under-way';
  return rows.some(({ needed }) => needed === 1) ? 'person' : 'nobody';
}

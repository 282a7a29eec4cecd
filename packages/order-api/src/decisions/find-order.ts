import type { OrderItem } from '@order-workflow/stage-kit/order-store';
import type { AcceptedOrder, AcceptedOrders } from '../ports/accepted-orders.ts';
import type { ExecutionsToStart } from '../ports/executions-to-start.ts';
import type { PlacedOrders } from '../ports/placed-orders.ts';

export interface FindingPorts {
  readonly accepted: Pick<AcceptedOrders, 'order'>;
  readonly orders: PlacedOrders;
  readonly executions: ExecutionsToStart;
  readonly clock: { now(): number };
}

export type FoundOrder =
  | { readonly kind: 'claimed'; readonly item: OrderItem }
  /** It was accepted, and its execution is on its way to it, or failed before. */
  | {
      readonly kind: 'accepted';
      readonly accepted: AcceptedOrder;
      readonly failed: boolean;
      readonly before: OrderItem | undefined;
    }
  | { readonly kind: 'nothing' };

/**
 * An order as the store has it, or as it was accepted where its execution has not claimed it yet: whoever follows the
 * `Location` at once finds the attempt that was accepted, not the one before it.
 *
 * @throws ApiUnavailable
 */
export async function findOrder(orderId: string, { accepted, orders, executions }: FindingPorts): Promise<FoundOrder> {
  const [latest, item] = await Promise.all([accepted.order(orderId), orders.read(orderId)]);
  const claimed = (found: OrderItem | undefined): FoundOrder =>
    found ? { kind: 'claimed', item: found } : { kind: 'nothing' };
  if (!latest || (item && item.attempt >= latest.attempt)) return claimed(item);
  const { status } = await executions.describe('orders', latest.execution);
  switch (status) {
    case 'RUNNING':
    case 'PENDING_REDRIVE':
      return { kind: 'accepted', accepted: latest, failed: false, before: item };
    case 'UNKNOWN':
      return claimed(item);
    case 'SUCCEEDED':
      // It came to the order since that was read.
      return claimed((await orders.read(orderId)) ?? item);
    default: {
      const since = await orders.read(orderId);
      if (since && since.attempt >= latest.attempt) return claimed(since);
      return { kind: 'accepted', accepted: latest, failed: true, before: since };
    }
  }
}

import type { OrderItem } from '@order-workflow/stage-kit/order-store';

/** The orders that executions have claimed. */
export interface PlacedOrders {
  /**
   * Reads consistently; undefined where nobody claimed it.
   *
   * @throws ApiUnavailable
   */
  read(orderId: string): Promise<OrderItem | undefined>;
}

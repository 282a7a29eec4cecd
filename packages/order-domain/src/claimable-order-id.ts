import { holdsCardNumber } from './card-number.ts';
import { orderIdSchema } from './order-id.ts';

/**
 * The id by which an order is known, however wrong the rest of it is; undefined where it has none that can be read, or one
 * that holds a card number, which is not to be kept.
 */
export function claimableOrderId(order: unknown): string | undefined {
  const given = typeof order === 'object' && order !== null && 'orderId' in order ? order.orderId : undefined;
  const { data } = orderIdSchema.safeParse(given);
  return data === undefined || holdsCardNumber(data) ? undefined : data;
}

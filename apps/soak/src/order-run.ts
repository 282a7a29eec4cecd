import type { Order } from '@order-workflow/order-domain';
import { messageOf, type OrderPlan } from './order-plan.ts';

/** A message that was sent, and the execution that it started. */
export interface SentMessage {
  readonly name: string;
  readonly order: Order;
}

/** An order in a run: what was sent of it, and what is yet to come. */
export interface OrderRun {
  readonly orderId: string;
  readonly plan: OrderPlan;
  readonly sent: SentMessage[];
  /** Those of its messages that have not come, by their places. */
  readonly waiting: Set<number>;
}

export function beginOrder(plan: OrderPlan, index: number): OrderRun {
  return { orderId: `o${index + 1}`, plan, sent: [], waiting: new Set(plan.messages.keys()) };
}

/** The next message of an order, which from now on counts as sent. */
export function takeMessage({ orderId, plan, sent, waiting }: OrderRun, index: number): SentMessage {
  waiting.delete(index);
  const name = index === 0 ? `order-${orderId}` : `order-${orderId}-again-${index}`;
  const message = { name, order: messageOf(plan, index, orderId) };
  sent.push(message);
  return message;
}

import type { Order } from '@order-workflow/order-domain';
import type { CancelPlan } from './cancel-plan.ts';
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
  /** The names of its cancellations. */
  readonly cancellations: string[];
  readonly cancelsWaiting: Set<CancelPlan>;
  /** Whether it was cancelled instead of redriven. */
  givenUp: boolean;
}

export function beginOrder(plan: OrderPlan, index: number): OrderRun {
  return {
    ...{ orderId: `o${index + 1}`, plan, sent: [], cancellations: [], givenUp: false },
    waiting: new Set(plan.messages.keys()),
    cancelsWaiting: new Set(plan.cancels),
  };
}

/** The next message of an order, which from now on counts as sent. */
export function takeMessage({ orderId, plan, sent, waiting }: OrderRun, index: number): SentMessage {
  waiting.delete(index);
  const name = index === 0 ? `order-${orderId}` : `order-${orderId}-again-${index}`;
  const message = { name, order: messageOf(plan, index, orderId) };
  sent.push(message);
  return message;
}

/** What the cancellations of a plan are started with, each by its name; from now on they count as begun. */
export function takeCancel(
  { orderId, cancellations, cancelsWaiting }: OrderRun,
  cancel: CancelPlan,
): readonly { readonly name: string; readonly request: object }[] {
  cancelsWaiting.delete(cancel);
  return Array.from({ length: cancel.times }, () => {
    const name = `cancel-${orderId}-${cancellations.length + 1}`;
    cancellations.push(name);
    return { name, request: cancel.wrong ? { order: orderId } : { orderId, reason: 'the customer called' } };
  });
}

import type { OrderEvent } from '../events/order-event.ts';

export type EventAnswer = { readonly kind: 'published' } | { readonly kind: 'unavailable'; readonly detail: string };

/** Where events go. Not to be reached is an answer; an event that is refused for what it is, is thrown. */
export interface OrderEventPublisher {
  publish(event: OrderEvent): Promise<EventAnswer>;
}

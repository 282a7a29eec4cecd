import type { OrderEvent } from '../events/order-event.ts';
import type { EventAnswer, OrderEventPublisher } from '../ports/order-event-publisher.ts';

/** A publisher that keeps what it published, and can be told to be away. It keeps the contract of a real one. */
export class RecordingEventPublisher implements OrderEventPublisher {
  readonly published: OrderEvent[] = [];
  readonly #answer: EventAnswer['kind'];

  constructor(answer: EventAnswer['kind'] = 'published') {
    this.#answer = answer;
  }

  async publish(event: OrderEvent): Promise<EventAnswer> {
    if (this.#answer === 'unavailable') return { kind: 'unavailable', detail: 'the bus is away' };
    this.published.push(event);
    return { kind: 'published' };
  }
}

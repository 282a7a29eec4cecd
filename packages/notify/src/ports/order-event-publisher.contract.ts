import { describe, expect, it } from 'vitest';
import type { OrderEvent } from '../events/order-event.ts';
import { anOrderEvent } from '../testing/an-order-event.ts';
import type { OrderEventPublisher } from './order-event-publisher.ts';

/** A publisher and what consumers have received, in any order. */
interface WatchedEvents {
  readonly publisher: OrderEventPublisher;
  received(): readonly OrderEvent[];
}

/** What every publisher of events does. `start` gives a fresh one; `away` gives one whose bus cannot be reached. */
export function orderEventPublisherContract(
  name: string,
  start: () => WatchedEvents | Promise<WatchedEvents>,
  away: () => OrderEventPublisher,
): void {
  describe(`${name} keeps the contract of a publisher of events`, () => {
    it('hands an event over as it is, and again what is published again', async () => {
      const { publisher, received } = await start();
      for (const event of [anOrderEvent(), anOrderEvent(), anOrderEvent({ outcome: 'cancelled' })])
        expect(await publisher.publish(event)).toEqual({ kind: 'published' });
      expect(received()).toEqual([anOrderEvent(), anOrderEvent(), anOrderEvent({ outcome: 'cancelled' })]);
    });

    it('answers that it is unavailable when the bus cannot be reached', async () => {
      expect(await away().publish(anOrderEvent())).toEqual({
        kind: 'unavailable',
        detail: expect.stringMatching(/./),
      });
    });
  });
}

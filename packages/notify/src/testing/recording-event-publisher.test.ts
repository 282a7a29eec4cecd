import { orderEventPublisherContract } from '../ports/order-event-publisher.contract.ts';
import { RecordingEventPublisher } from './recording-event-publisher.ts';

orderEventPublisherContract(
  'the recording publisher of events',
  () => {
    const publisher = new RecordingEventPublisher();
    return { publisher, received: () => publisher.published };
  },
  () => new RecordingEventPublisher('unavailable'),
);

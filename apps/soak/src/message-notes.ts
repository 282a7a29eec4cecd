import type { BusEvent, CustomerMessage, MessageLog, ParkedMessage } from '@order-workflow/local';
import type { ToldNotice } from './check-notices.ts';

/** A message log that lasts for one schedule: what is clear again is forgotten. */
export interface MessageNotes extends MessageLog {
  /** What was published, each with how its attempt stood then. */
  told(): readonly ToldNotice[];
  clear(): void;
}

/** `standing` says how the attempt stands that a message is about. */
export function createMessageNotes(standing: (message: CustomerMessage) => Omit<ToldNotice, 'message'>): MessageNotes {
  const told: ToldNotice[] = [];
  const events: BusEvent[] = [];
  const parked = new Map<string, ParkedMessage>();
  const published = () => told.map(({ message }) => message);
  const wasThere = ({ attributes: { notificationId } }: CustomerMessage, before: number) =>
    notificationId !== undefined &&
    published()
      .slice(0, before)
      .some(({ attributes }) => attributes['notificationId'] === notificationId);
  return {
    publish: (message) => void told.push({ message, ...standing(message) }),
    told: () => told,
    published: (id) => published().filter(({ attributes }) => id === undefined || attributes['notificationId'] === id),
    latest: (limit) => published().toReversed().slice(0, limit),
    lastPlace: () => told.length,
    newSince: (place) =>
      published()
        .slice(place)
        .filter((message, at) => !wasThere(message, place + at)),
    // No mailer runs in a soak: what it judges is who was told, which is said on the topic.
    post: () => undefined,
    letters: () => [],
    owe: () => undefined,
    settle: () => undefined,
    owed: () => [],
    // Nobody asks to be forgotten within a schedule.
    forget: () => ({ notices: 0, letters: 0, events: 0, parked: 0 }),
    noteEvent: (event) => void events.push(event),
    events: (id) => events.filter(({ detail }) => id === undefined || detail['orderId'] === id),
    park: (message) => void parked.set(message.messageId, message),
    parked: () => [...parked.values()],
    remove: (messageId) => void parked.delete(messageId),
    clear() {
      told.length = 0;
      events.length = 0;
      parked.clear();
    },
    close: () => undefined,
  };
}

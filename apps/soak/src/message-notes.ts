import type { CustomerMessage, MessageLog, ParkedMessage } from '@order-workflow/local';

/** A message log that lasts for one schedule: what is clear again is forgotten. */
export interface MessageNotes extends MessageLog {
  clear(): void;
}

export function createMessageNotes(): MessageNotes {
  const published: CustomerMessage[] = [];
  const parked = new Map<string, ParkedMessage>();
  const wasThere = ({ attributes: { notificationId } }: CustomerMessage, before: number) =>
    notificationId !== undefined &&
    published.slice(0, before).some(({ attributes }) => attributes['notificationId'] === notificationId);
  return {
    publish: (message) => void published.push(message),
    published: (id) => published.filter(({ attributes }) => id === undefined || attributes['notificationId'] === id),
    latest: (limit) => published.toReversed().slice(0, limit),
    lastPlace: () => published.length,
    newSince: (place) => published.slice(place).filter((message, at) => !wasThere(message, place + at)),
    park: (message) => void parked.set(message.messageId, message),
    parked: () => [...parked.values()],
    remove: (messageId) => void parked.delete(messageId),
    clear() {
      published.length = 0;
      parked.clear();
    },
    close: () => undefined,
  };
}

import type { CustomerMessage, MessageLog, ParkedMessage } from '@order-workflow/local';

/** A message log that lasts for one schedule: what is clear again is forgotten. */
export interface MessageNotes extends MessageLog {
  clear(): void;
}

export function createMessageNotes(): MessageNotes {
  const published: CustomerMessage[] = [];
  const parked = new Map<string, ParkedMessage>();
  return {
    publish: (message) => void published.push(message),
    published: (id) => published.filter(({ attributes }) => id === undefined || attributes['notificationId'] === id),
    latest: (limit) => published.toReversed().slice(0, limit),
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

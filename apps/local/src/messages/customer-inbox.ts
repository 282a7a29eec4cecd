import type { CustomerMessage, MessageLog } from './message-log.ts';

/** Stands for the customers: what topics take arrives here. */
export interface CustomerInbox {
  /** Takes what has arrived since the last time, oldest first, each notice once, however often it was published. */
  take(): readonly CustomerMessage[];
}

/** Reads what is published from now on, as a subscriber does that drops a notice it has had. */
export function openCustomerInbox(log: MessageLog): CustomerInbox {
  const before = log.published();
  const had = new Set(before.map(({ attributes }) => attributes['notificationId']));
  let read = before.length;
  return {
    take() {
      const arrived = log.published().slice(read);
      read += arrived.length;
      return arrived.filter(({ attributes: { notificationId } }) => {
        if (notificationId === undefined) return true;
        const isNew = !had.has(notificationId);
        had.add(notificationId);
        return isNew;
      });
    },
  };
}

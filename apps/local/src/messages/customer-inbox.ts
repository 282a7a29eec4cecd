import type { CustomerMessage, MessageLog } from './message-log.ts';

/** Stands for the customers: what topics take arrives here. */
export interface CustomerInbox {
  /** Takes what has arrived since the last time, oldest first, each notice once, however often it was published. */
  take(): readonly CustomerMessage[];
}

/** Reads what is published from now on, as a subscriber does that drops a notice it has had. */
export function openCustomerInbox(log: MessageLog): CustomerInbox {
  let read = log.lastPlace();
  return {
    take() {
      const arrived = log.newSince(read);
      read = log.lastPlace();
      return arrived;
    },
  };
}

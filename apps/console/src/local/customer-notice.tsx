import { useLive } from '../live/use-live.ts';
import { type CustomerMessage, localMachine } from './local-machine.ts';
import { MessageCard } from './message-card.tsx';

/** What the customer was told about an order. Nothing while that is not known. */
export function CustomerNotice({ notificationId }: { readonly notificationId: string }) {
  const { data } = useLive(
    `notice ${notificationId}`,
    async (before: readonly CustomerMessage[] | undefined, signal) =>
      before ?? (await localMachine.messages(notificationId, signal)).messages,
    () => false,
  );
  const message = data?.at(-1);
  if (!message) return null;
  return (
    <section className="card" aria-labelledby="notice-title">
      <h2 id="notice-title">Message to the customer</h2>
      <MessageCard message={message} level={3} />
    </section>
  );
}

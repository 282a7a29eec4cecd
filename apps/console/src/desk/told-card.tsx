import { MessageCard } from '../local/message-card.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import type { DeskOrder } from './desk-server.ts';
import { ReplayButton } from './replay-button.tsx';

interface ToldCardProps {
  readonly order: DeskOrder;
  readonly onChanged: () => void;
}

/** Whether the customer was told, what, and by which letter. */
export function ToldCard({ order: { messages, letters, parked }, onChanged }: ToldCardProps) {
  return (
    <section className="card told" aria-labelledby="told-title">
      <h2 id="told-title">Was the customer told?</h2>
      {parked.map(({ messageId, outcome, parkedAt, reason }) => (
        <div key={messageId} className="verdict warn">
          <p>
            Not of <OutcomeMark outcome={outcome} />: the notice waits since <Moment at={Date.parse(parkedAt)} /> (
            <Foreign text={reason} most={80} />)
          </p>
          <ReplayButton messageIds={[messageId]} label="Send it again" onDone={onChanged} />
        </div>
      ))}
      {messages.length === 0 && parked.length === 0 && <p>No, nothing so far.</p>}
      {messages.map((message, index) => (
        <div key={`${message.attributes['notificationId']} ${index}`}>
          <p className="muted">
            <Letter letter={letters.find((one) => one.notificationId === message.attributes['notificationId'])} />
          </p>
          <MessageCard message={message} level={3} />
        </div>
      ))}
    </section>
  );
}

function Letter({ letter }: { readonly letter: DeskOrder['letters'][number] | undefined }) {
  if (!letter) return 'Yes: published. No letter of it has gone out here.';
  return (
    <>
      Yes: a letter went to <Foreign text={letter.to} most={80} /> on <Moment at={Date.parse(letter.sentAt)} />.
    </>
  );
}

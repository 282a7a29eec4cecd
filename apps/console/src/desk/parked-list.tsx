import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { formatRoute } from '../route/route.ts';
import type { ParkedNotice } from './desk-server.ts';
import { ReplayButton } from './replay-button.tsx';

interface ParkedListProps {
  readonly parked: readonly ParkedNotice[];
  readonly onChanged: () => void;
}

/** So many are named; all are sent. */
const mostNamed = 5;

/** The id of the heading. */
export const parkedTitle = 'parked-title';

/** Notices to customers that could not be published, and wait. */
export function ParkedList({ parked, onChanged }: ParkedListProps) {
  if (parked.length === 0) return null;
  return (
    <section className="card" aria-labelledby={parkedTitle}>
      <h2 id={parkedTitle} tabIndex={-1}>
        Customers not told
      </h2>
      <ul>
        {parked.slice(0, mostNamed).map(({ messageId, orderId, outcome, parkedAt, reason }) => (
          <li key={messageId}>
            {orderId === undefined ? (
              'An order without an id'
            ) : (
              <a href={formatRoute({ view: 'order', orderId })}>
                <Foreign text={orderId} most={80} />
              </a>
            )}{' '}
            <OutcomeMark outcome={outcome} />{' '}
            <span className="muted">
              since <Moment at={Date.parse(parkedAt)} /> · <Foreign text={reason} most={80} />
            </span>
          </li>
        ))}
      </ul>
      {parked.length > mostNamed && <p className="muted">and {parked.length - mostNamed} more</p>}
      <ReplayButton
        messageIds={parked.slice(0, 1_000).map(({ messageId }) => messageId)}
        label={parked.length === 1 ? 'Send it again' : `Send all ${parked.length} again`}
        onDone={onChanged}
      />
    </section>
  );
}

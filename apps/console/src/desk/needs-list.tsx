import { Foreign } from '../parts/foreign.tsx';
import { formatRoute } from '../route/route.ts';
import { formatDuration } from '../show/format-duration.ts';
import type { DeskEntry } from './desk-entry.ts';
import type { DeskHome } from './desk-server.ts';
import { EntryLink } from './hits-table.tsx';

interface NeedsListProps {
  readonly needs: DeskHome['needs'];
  /** By the server's clock, in milliseconds since the epoch. */
  readonly now: number;
}

/** What a person must act on, by the state at which it stands. */
export function NeedsList({ needs, now }: NeedsListProps) {
  return (
    <section className="card" aria-labelledby="needs-title">
      <h2 id="needs-title">Needs a person</h2>
      {needs.length === 0 && <p className="muted">Nothing does.</p>}
      {needs.map(({ state, count, oldest }) => (
        <div key={state} className="need">
          <h3>
            <a
              href={formatRoute({
                view: 'search',
                query: { needs: 'person', ...(state !== null && { state }), sort: 'oldest' },
              })}
            >
              <Foreign text={state ?? 'Before its first state'} most={80} />
            </a>{' '}
            <span className="muted">{count.toLocaleString()}</span>
          </h3>
          <ul>
            {oldest.map((entry) => (
              <li key={entry.executionArn}>
                <p>
                  <EntryLink entry={entry} />
                  {entry.of === 'cancellations' && ' (its cancellation)'}{' '}
                  <span className="muted">for {formatDuration(Math.max(0, now - (entry.stoppedAt ?? now)))}</span>{' '}
                  <code className="error-name">
                    <Foreign text={entry.error ?? entry.status} most={80} />
                  </code>
                </p>
                {entry.cause !== undefined && (
                  <p>
                    <Foreign text={entry.cause} most={300} />
                  </p>
                )}
                <p className="muted">
                  <WhatToDo entry={entry} />
                </p>
              </li>
            ))}
          </ul>
          {count > oldest.length && <p className="muted">and {(count - oldest.length).toLocaleString()} more</p>}
        </div>
      ))}
    </section>
  );
}

/** The action that a cause asks for. */
function WhatToDo({ entry: { of, state, status, notRedrivable } }: { readonly entry: DeskEntry }) {
  const instead = of === 'orders' ? ', or cancel the order' : '';
  if (notRedrivable !== undefined)
    return (
      <>
        It cannot be redriven: <Foreign text={notRedrivable} most={200} />
        {of === 'orders' && ' Cancel the order to end it with nothing held.'}
      </>
    );
  const where = state === undefined ? null : <Foreign text={state} most={80} />;
  if (status === 'ABORTED')
    return (
      <>
        Somebody stopped it. Redrive it to go on{where && <> at {where}</>}
        {instead}.
      </>
    );
  return (
    <>
      When the cause is gone, redrive it: it goes on{where && <> at {where}</>}
      {instead}.
    </>
  );
}

import { useRef, useState } from 'react';
import type { HistoryEvent } from '../api/history-event.ts';
import { describeEvent } from '../history/describe-event.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { JsonBlock } from '../parts/json-block.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { formatDuration } from '../show/format-duration.ts';
import { readableText } from '../show/readable-text.ts';
import { unfoldJson } from '../show/unfold-json.ts';
import type { ExecutionSnapshot } from './execution-snapshot.ts';

/** A history can have 25,000 events, more than a browser draws at once. */
const drawnAtOnce = 200;

export function EventTable({ snapshot: { events, visits, execution } }: { readonly snapshot: ExecutionSnapshot }) {
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const more = useRef<HTMLDivElement>(null);
  useKeptFocus(more);
  return (
    <section className="card" aria-labelledby="events-title">
      <h2 id="events-title">
        Event history <span className="muted">{events.length} events</span>
      </h2>
      <div className="scroll-box">
        <DataTable className="events" columns={['No.', 'Type', 'State', 'After start', 'Details']}>
          {events.slice(0, drawn).map((event) => (
            <EventRow
              key={event.id}
              event={event}
              state={visits.stateOf.get(event.id)}
              startedAt={execution.startDate}
            />
          ))}
        </DataTable>
      </div>
      <div ref={more} tabIndex={-1}>
        {drawn < events.length && (
          <button type="button" onClick={() => setDrawn(drawn + drawnAtOnce)}>
            Show more of {events.length} events
          </button>
        )}
        {drawn >= events.length && events.length > drawnAtOnce && <p className="muted">These are all events.</p>}
      </div>
    </section>
  );
}

interface EventRowProps {
  readonly event: HistoryEvent;
  readonly state: string | undefined;
  readonly startedAt: number;
}

function EventRow({ event, state, startedAt }: EventRowProps) {
  const [open, setOpen] = useState(false);
  const { id, type, at, details } = event;
  const words = describeEvent(event);
  const failed = 'error' in details;
  return (
    <tr>
      <td className="number">{id}</td>
      <td className={failed ? 'event-failed' : ''}>{readableText(type, { most: 60 })}</td>
      <td>{state !== undefined && <Foreign text={state} most={80} />}</td>
      <td className="number" title={`${new Date(at).toISOString()}`}>
        {formatDuration(at - startedAt)}
      </td>
      <td className="event-details">
        {Object.keys(details).length > 0 && (
          <button type="button" className="disclosure" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words === '' ? 'details' : <Foreign text={words} most={300} />}
            <span className="visually-hidden"> of event {id}</span>
          </button>
        )}
        {open && <JsonBlock title={`Details of event ${id}`} json={JSON.stringify(unfoldJson(details))} />}
      </td>
    </tr>
  );
}

import { type Flow, flowEnd } from '../definition/flow.ts';
import type { Trace } from '../history/trace.ts';
import { Foreign } from '../parts/foreign.tsx';
import { readableText } from '../show/readable-text.ts';

interface WaysOutProps {
  readonly flow: Flow;
  readonly trace: Trace;
  /** Name of the state. */
  readonly state: string;
}

/** Where a state leads: what the arrows of the graph show. */
export function WaysOut({ flow, trace, state }: WaysOutProps) {
  const ways = flow.edges.filter(({ from }) => from === state);
  return (
    <ul className="ways" aria-label={`Ways out of ${readableText(state, { most: 80 })}`}>
      {ways.map(({ id, to, label, condition }) => {
        const taken = trace.taken.has(id);
        return (
          <li key={id} className={taken ? 'taken' : ''} title={condition && readableText(condition, { most: 1_000 })}>
            {label !== '' && (
              <span className="way-label">
                <Foreign text={label} />
              </span>
            )}{' '}
            <span aria-hidden="true">→</span>
            <span className="visually-hidden">to</span> {to === flowEnd ? 'end' : <Foreign text={to} most={80} />}
            {taken && <span className="way-taken"> taken</span>}
          </li>
        );
      })}
    </ul>
  );
}

import type { StateTrace } from '../history/trace.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatDuration } from '../show/format-duration.ts';
import { stateLooks } from '../show/tone.ts';
import type { SelectionProps } from './selection.ts';
import { WaysOut } from './ways-out.tsx';

/** The graph in words: every state, what happened there, and where it leads. */
export function StateList({ snapshot: { execution, flow, trace }, selected, onSelect }: SelectionProps) {
  return (
    <section className="card" aria-labelledby="states-title">
      <h2 id="states-title">States</h2>
      <div className="scroll-box">
        <DataTable className="states" columns={['State', 'Status', 'Retries', 'Entered after', 'Took', 'Leads to']}>
          {flow.states.map(({ name }) => {
            const state = trace.states.get(name);
            if (!state) return null;
            return (
              <tr key={name} className={state.status === 'not-reached' ? 'not-reached' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-pressed={name === selected}
                    onClick={() => onSelect(name === selected ? undefined : name)}
                  >
                    <Foreign text={name} most={80} />
                  </button>
                </th>
                <td>
                  <StatusBadge look={stateLooks[state.status]} />
                </td>
                <td className="number">{state.retries === 0 ? '–' : `×${state.retries}`}</td>
                <Times state={state} startedAt={execution.startDate} />
                <td>
                  <WaysOut flow={flow} trace={trace} state={name} />
                </td>
              </tr>
            );
          })}
        </DataTable>
      </div>
    </section>
  );
}

function Times({ state: { visits }, startedAt }: { readonly state: StateTrace; readonly startedAt: number }) {
  const visit = visits.at(-1);
  return (
    <>
      <td className="number">{visit ? formatDuration(visit.enteredAt - startedAt) : '–'}</td>
      <td className="number">
        {visit?.exitedAt === undefined ? '–' : formatDuration(visit.exitedAt - visit.enteredAt)}
      </td>
    </>
  );
}

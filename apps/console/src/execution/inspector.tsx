import { JsonBlock } from '../parts/json-block.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { stateLooks } from '../show/tone.ts';
import type { SelectionProps } from './selection.ts';
import { VisitDetails } from './visit-details.tsx';
import { WaysOut } from './ways-out.tsx';

/** What is known of the state that is selected, or of the whole execution when none is. */
export function Inspector({ snapshot, selected, onSelect }: SelectionProps) {
  const { execution, flow, trace } = snapshot;
  const state = flow.states.find(({ name }) => name === selected);
  const traced = state && trace.states.get(state.name);
  if (!state || !traced) {
    return (
      <section className="card inspector" aria-labelledby="inspector-title">
        <h2 id="inspector-title">Input and output</h2>
        <p className="muted">Select a state to see what happened there.</p>
        {execution.input && <JsonBlock title="Input of the execution" json={execution.input} />}
        {execution.output && <JsonBlock title="Output of the execution" json={execution.output} />}
        {execution.cause && <JsonBlock title="Cause" json={execution.cause} />}
      </section>
    );
  }
  return (
    <section className="card inspector" aria-labelledby="inspector-title">
      <div className="inspector-head">
        <h2 id="inspector-title">{state.name}</h2>
        <StatusBadge look={stateLooks[traced.status]} />
        <button type="button" className="quiet" onClick={() => onSelect(undefined)}>
          Close<span className="visually-hidden"> {state.name}</span>
        </button>
      </div>
      <p className="muted">
        {state.type}
        {state.resource === undefined ? '' : ` · ${state.resource.replace(/^arn:[^:]*:states:::/, '')}`}
      </p>
      {traced.visits.length === 0 && <p>This execution {execution.stopDate ? 'did not come' : 'has not come'} here.</p>}
      {traced.visits.map((visit, index) => (
        <VisitDetails
          key={visit.enteredAt}
          visit={visit}
          startedAt={execution.startDate}
          title={traced.visits.length === 1 ? undefined : `Visit ${index + 1} of ${traced.visits.length}`}
        />
      ))}
      <WaysOut flow={flow} trace={trace} state={state.name} />
    </section>
  );
}

import { useRef } from 'react';
import type { FlowState } from '../definition/flow.ts';
import type { StateTrace } from '../history/trace.ts';
import type { StruckBy } from '../local/struck-by.ts';
import { Foreign } from '../parts/foreign.tsx';
import { JsonBlock } from '../parts/json-block.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { Countdown, IfItFails } from '../retry/if-it-fails.tsx';
import { stateLooks } from '../show/tone.ts';
import type { ExecutionSnapshot } from './execution-snapshot.ts';
import type { SelectionProps } from './selection.ts';
import { useBroughtIntoView } from './use-brought-into-view.ts';
import { VisitDetails } from './visit-details.tsx';
import { WaysOut } from './ways-out.tsx';

interface InspectorProps extends SelectionProps {
  readonly struck: StruckBy;
}

/** What is known of the state that is selected, or of the whole execution when none is. */
export function Inspector({ snapshot, selected, onSelect, struck }: InspectorProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useBroughtIntoView(heading, selected);
  const state = snapshot.flow.states.find(({ name }) => name === selected);
  const traced = state && snapshot.trace.states.get(state.name);

  function close(): void {
    onSelect(undefined);
    // The button goes away with what it closes.
    heading.current?.focus();
  }

  return (
    <section className="card inspector" aria-labelledby="inspector-title">
      <div className="inspector-head">
        <h2 id="inspector-title" ref={heading} tabIndex={-1}>
          {state ? <Foreign text={state.name} most={80} /> : 'Input and output'}
        </h2>
        {traced && <StatusBadge look={stateLooks[traced.status]} />}
        {state && (
          <button type="button" className="quiet" onClick={close}>
            Close
            <span className="visually-hidden">
              {' '}
              <Foreign text={state.name} most={80} />
            </span>
          </button>
        )}
      </div>
      {state && traced ? (
        <StateDetails snapshot={snapshot} state={state} traced={traced} struck={struck} />
      ) : (
        <WholeExecution snapshot={snapshot} />
      )}
    </section>
  );
}

function WholeExecution({ snapshot: { execution } }: { readonly snapshot: ExecutionSnapshot }) {
  const { input, output, cause } = execution;
  return (
    <>
      <p className="muted">Select a state to see what happened there.</p>
      {input && <JsonBlock title="Input of the execution" json={input} />}
      {output && <JsonBlock title="Output of the execution" json={output} />}
      {cause && <JsonBlock title="Cause" json={cause} />}
    </>
  );
}

interface StateDetailsProps {
  readonly snapshot: ExecutionSnapshot;
  readonly state: FlowState;
  readonly traced: StateTrace;
  readonly struck: StruckBy;
}

function StateDetails({ snapshot, state, traced: { status, visits }, struck }: StateDetailsProps) {
  const { execution, flow, trace } = snapshot;
  const last = visits.at(-1);
  return (
    <>
      <p className="muted">
        {state.type}
        {state.resource === undefined ? '' : ` · ${state.resource.replace(/^arn:[^:]*:states:::/, '')}`}
      </p>
      {visits.length === 0 && <p>This execution {execution.stopDate ? 'did not come' : 'has not come'} here.</p>}
      {execution.status === 'RUNNING' && last && <Countdown visit={last} retriers={state.retriers} />}
      {visits.map((visit, index) => (
        <VisitDetails
          key={`${state.name} ${visit.enteredAt} ${index}`}
          visit={visit}
          struck={struck}
          startedAt={execution.startDate}
          final={status === 'failed'}
          title={visits.length === 1 ? undefined : `Visit ${index + 1} of ${visits.length}`}
        />
      ))}
      <IfItFails flow={flow} state={state} />
      <WaysOut flow={flow} trace={trace} state={state.name} />
    </>
  );
}

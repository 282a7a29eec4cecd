import { type DragEvent, useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import { readFlow } from '../definition/read-flow.ts';
import { ExecutionBody } from '../execution/execution-body.tsx';
import { type ExecutionSnapshot, takeSnapshot } from '../execution/execution-snapshot.ts';
import { readVisits } from '../history/read-visits.ts';
import { fits, flowOfVisits } from '../imported/flow-of-visits.ts';
import { readHistoryFile } from '../imported/read-history-file.ts';
import { noStrikes } from '../local/struck-by.ts';
import type { Machines } from '../machines/machines.ts';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { RecordMarks } from '../parts/record-marks.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { executionLooks } from '../show/tone.ts';

/** More than the largest history has: 25,000 events of a quarter of a megabyte would be refused by any browser. */
const mostBytes = 200 * 1024 * 1024;

interface Shown {
  readonly snapshot: ExecutionSnapshot;
  /** Whether the ways are those of the definition here, or those alone that the execution went. */
  readonly whole: boolean;
}

/** Draws a history that was saved: one from AWS, or from another machine. It stays in this page, and is sent nowhere. */
export function HistoryView({ machines }: { readonly machines: Machines }) {
  const [shown, show] = useState<Shown>();
  const [selected, select] = useState<string>();
  const [said, say] = useState('');
  const [over, setOver] = useState(false);

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    select(undefined);
    try {
      if (file.size > mostBytes) throw new Error('This file is larger than any history.');
      show(await drawn(await file.text(), file.name, machines));
      say('');
    } catch (problem) {
      show(undefined);
      say(problem instanceof Error ? problem.message : String(problem));
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void open(event.dataTransfer.files[0]);
  }

  return (
    <>
      <ViewTitle title="A saved history" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the field in it, too */}
      <div
        className={`card drop-zone ${over ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label>
          <span>
            A file of <code>aws stepfunctions get-execution-history</code>, or of “Download history”: drop it here, or
            choose it. It stays in this page.
          </span>
          <input type="file" accept=".json,application/json" onChange={({ target }) => open(target.files?.[0])} />
        </label>
        <p className="field-error" role="alert">
          <Foreign text={said} most={300} />
        </p>
      </div>
      {shown && <Drawn shown={shown} selected={selected} onSelect={select} />}
    </>
  );
}

interface DrawnProps {
  readonly shown: Shown;
  readonly selected: string | undefined;
  readonly onSelect: (state: string | undefined) => void;
}

function Drawn({ shown: { snapshot, whole }, selected, onSelect }: DrawnProps) {
  const { execution, record, events } = snapshot;
  return (
    <>
      <div className="view-head">
        <h2>
          <Foreign text={execution.name} most={80} />
        </h2>
        <StatusBadge look={executionLooks[execution.status]} />
        <RecordMarks record={record} />
        <span className="muted">
          <Moment at={execution.startDate} />, {events.length.toLocaleString()} events
        </span>
      </div>
      {!whole && <p className="muted">Its definition is not here: these are the ways that it went.</p>}
      <ExecutionBody snapshot={snapshot} selected={selected} onSelect={onSelect} struck={noStrikes} />
    </>
  );
}

/** Over the definition of a machine here that has all of its states, else over the ways that it went. */
async function drawn(text: string, name: string, machines: Machines): Promise<Shown> {
  const { execution, events } = readHistoryFile(text, name);
  const { visits } = readVisits(events);
  for (const machine of [machines.orders, machines.cancellations, machines.batches]) {
    if (!machine) continue;
    const flow = readFlow((await stepFunctions.describeMachine(machine.stateMachineArn)).definition);
    if (fits(flow, visits)) return { snapshot: takeSnapshot(execution, flow, events), whole: true };
  }
  const flow = flowOfVisits(visits, execution.status === 'SUCCEEDED');
  return { snapshot: takeSnapshot(execution, flow, events), whole: false };
}

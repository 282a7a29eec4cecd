import type { Execution } from '../api/execution.ts';
import type { HistoryEvent } from '../api/history-event.ts';
import type { Flow } from '../definition/flow.ts';
import { readVisits, type Visits } from '../history/read-visits.ts';
import type { Trace } from '../history/trace.ts';
import { traceExecution } from '../history/trace-execution.ts';
import { type RecordFacts, readRecord } from '../order/read-record.ts';

/** All that is known of an execution at a moment. */
export interface ExecutionSnapshot {
  readonly execution: Execution;
  readonly flow: Flow;
  readonly events: readonly HistoryEvent[];
  readonly visits: Visits;
  readonly trace: Trace;
  readonly record: RecordFacts;
}

/** Puts together what the API tells in three answers. */
export function takeSnapshot(execution: Execution, flow: Flow, events: readonly HistoryEvent[]): ExecutionSnapshot {
  const visits = readVisits(events);
  return {
    execution,
    flow,
    events,
    visits,
    trace: traceExecution(flow, visits.visits, execution.status),
    record: readRecord(execution.input ?? undefined, execution.output ?? undefined),
  };
}

import type { DescribedExecution } from '../api/execution.ts';
import type { HistoryEvent } from '../api/history-event.ts';
import type { Flow } from '../definition/flow.ts';
import { readVisits, type Visits } from '../history/read-visits.ts';
import type { Trace } from '../history/trace.ts';
import { traceExecution } from '../history/trace-execution.ts';
import { type RecordFacts, readRecord } from '../order/read-record.ts';

/** All that is known of an execution at a moment. */
export interface ExecutionSnapshot {
  readonly execution: DescribedExecution;
  readonly flow: Flow;
  readonly events: readonly HistoryEvent[];
  readonly visits: Visits;
  readonly trace: Trace;
  readonly record: RecordFacts;
}

/** Puts together what the API tells in three answers. */
export function takeSnapshot(
  execution: DescribedExecution,
  flow: Flow,
  events: readonly HistoryEvent[],
): ExecutionSnapshot {
  const visits = readVisits(events);
  // Known before the end, unlike what becomes of the order.
  const { simulated, worker } = readRecord(undefined, execution.output ?? leftSoFar(visits));
  const soFar = { ...(simulated && { simulated }), ...(worker !== undefined && { worker }) };
  return {
    execution,
    flow,
    events,
    visits,
    trace: traceExecution(flow, visits.visits, execution.status),
    record: { ...readRecord(execution.input ?? undefined, execution.output ?? undefined), ...soFar },
  };
}

/** What the last state that was left handed on. */
function leftSoFar({ visits }: Visits): string | undefined {
  return visits.findLast(({ within, output }) => within === undefined && output !== undefined)?.output;
}

/** The state in which an execution stands, or in which it ended without success. */
export function standingPlace({ trace }: Pick<ExecutionSnapshot, 'trace'>): string | undefined {
  const standing = new Set(['running', 'retrying', 'failed', 'stopped']);
  return [...trace.states].findLast(([, { status }]) => standing.has(status))?.[0];
}

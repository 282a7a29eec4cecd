import type { ExecutionEnd } from '../journal/execution-journal.ts';
import type { JsonObject } from '../json/json.ts';
import type { Run } from './run.ts';

const lastEvents = {
  SUCCEEDED: { type: 'ExecutionSucceeded', shape: 'executionSucceeded' },
  FAILED: { type: 'ExecutionFailed', shape: 'executionFailed' },
  TIMED_OUT: { type: 'ExecutionTimedOut', shape: 'executionTimedOut' },
  ABORTED: { type: 'ExecutionAborted', shape: 'executionAborted' },
} as const;

/** Ends a run once: records the last event, cancels what is under way, and resolves the result once the end is durable. */
export function endRun(run: Run, { status, output, error, cause }: Omit<ExecutionEnd, 'stoppedAt'>): void {
  if (run.ended) return;
  const { clock, history, checkpoints, identity } = run.runtime;
  const at = clock.now();
  const failure = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  const { type, shape } = lastEvents[status];
  history.end({
    id: 0,
    type,
    shape,
    at,
    // A time-out follows from no event (recorded from AWS).
    previousEventId: status === 'TIMED_OUT' ? 0 : run.root.lastEventId,
    subject: undefined,
    value: output,
    more: detailsOf(status, failure),
  });
  run.ended = {
    ...{ status, ...failure, startDate: new Date(identity.startedAt), stopDate: new Date(at) },
    ...(output !== undefined && { output }),
  };
  run.root.cancellation.cancel();
  const durable = checkpoints.end({ status, ...failure, ...(output !== undefined && { output }), stoppedAt: at });
  if (durable) void durable.then(() => tellEnd(run));
  else tellEnd(run);
}

function tellEnd({ ended, log, onEnd }: Run): void {
  log.close();
  if (ended) onEnd?.(ended);
}

function detailsOf(status: ExecutionEnd['status'], failure: JsonObject): JsonObject {
  return status === 'TIMED_OUT' && Object.keys(failure).length === 0 ? { error: 'States.Timeout' } : failure;
}

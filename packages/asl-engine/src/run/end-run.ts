import type { Json, JsonObject } from '../json/json.ts';
import type { ExecutionResult } from './execution-options.ts';
import type { Run } from './run.ts';

/** How a run ends. */
export interface Ending {
  readonly status: ExecutionResult['status'];
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

const endings = {
  SUCCEEDED: { type: 'ExecutionSucceeded', shape: 'executionSucceeded' },
  FAILED: { type: 'ExecutionFailed', shape: 'executionFailed' },
  TIMED_OUT: { type: 'ExecutionTimedOut', shape: 'executionTimedOut' },
  ABORTED: { type: 'ExecutionAborted', shape: 'executionAborted' },
} as const;

/** Ends a run once: records the last event, cancels what is under way, and resolves the result. */
export function endRun(run: Run, ending: Ending): void {
  if (run.ended || !run.root) return;
  const { status, output, error, cause } = ending;
  const at = run.clock.now();
  const failure = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  const { type, shape } = endings[status];
  run.write({
    id: 0,
    type,
    shape,
    at,
    previousEventId: run.root.lastEventId,
    subject: undefined,
    value: output,
    more: detailsOf(status, failure),
  });
  run.ended = {
    ...{ status, ...failure, startDate: new Date(run.startedAt), stopDate: new Date(at) },
    ...(output !== undefined && { output }),
  };
  run.root.cancellation.cancel();
  run.journal?.write({ status, ...failure, ...(output !== undefined && { output }), stoppedAt: at });
  run.log.close();
  run.onEnd?.(run.ended);
}

function detailsOf(status: Ending['status'], failure: JsonObject): JsonObject {
  return status === 'TIMED_OUT' && Object.keys(failure).length === 0 ? { error: 'States.Timeout' } : failure;
}

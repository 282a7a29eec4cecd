import { Cancelled } from '../execution/cancellation.ts';
import { StateFailure } from '../failure/state-failure.ts';
import type { ExecutionEnd } from '../journal/execution-journal.ts';
import { copyJson } from '../json/copy-json.ts';
import type { JsonObject } from '../json/json.ts';
import { isLargerThan } from '../json/json-size.ts';
import { runMachine } from '../machine/run-machine.ts';
import { failureOf } from '../task/call-handler.ts';
import type { Execution } from './execution.ts';
import type { ExecutionResult } from './execution-options.ts';
import type { Run } from './run.ts';

/** Sets a run going, from the start or from where it was restored, and gives its handle. */
export function startRun(run: Run): Execution {
  const { clock, checkpoints } = run.runtime;
  const stopTimer = clock.setTimer(run.deadline, () => endRun(run, { status: 'TIMED_OUT' }));
  const result = new Promise<ExecutionResult>((resolve) => {
    run.onEnd = (ended) => {
      stopTimer();
      resolve(ended);
    };
  });
  begin(run);
  // Whoever is told that the execution has started may rely on it, once the journal has nothing pending.
  checkpoints.write();
  return handleOf(run, result);
}

function begin(run: Run): void {
  const { clock, checkpoints, history, identity } = run.runtime;
  const { input } = identity;
  const snapshot = checkpoints.takeRestored(run.root.path);
  if (snapshot) {
    run.root.restore(snapshot);
    if (run.redriven) recordRedrive(run);
    // What was due meanwhile would have come too late: the execution ended while nobody ran it.
    if (clock.now() >= run.deadline) {
      endRun(run, { status: 'TIMED_OUT' });
      return;
    }
  } else if (run.log.count === 0) {
    checkpoints.start(run.start());
    // The first state's event follows from nothing; AWS shows 0 for it.
    history.record({ type: 'ExecutionStarted', shape: 'executionStarted', subject: identity.roleArn, value: input }, 0);
    if (isLargerThan(input)) {
      endRun(run, {
        status: 'FAILED',
        error: 'States.DataLimitExceeded',
        cause: 'The input is larger than 262144 bytes.',
      });
      return;
    }
  }
  if (snapshot || run.beginsAfter === 0) goOn(run);
  else clock.setTimer(clock.now() + run.beginsAfter, () => goOn(run));
}

function goOn(run: Run): void {
  if (run.ended) return;
  runMachine(run.definition, run.root, run.runtime.identity.input).then(
    (output) => endRun(run, { status: 'SUCCEEDED', output }),
    (problem) => fail(run, problem),
  );
}

function recordRedrive({ runtime: { history, identity }, log }: Run): void {
  const more = { redriveCount: identity.redriveCount };
  history.record({ type: 'ExecutionRedriven', shape: 'executionRedriven', more }, log.count);
}

function fail(run: Run, problem: unknown): void {
  if (problem instanceof Cancelled) return;
  const { error, cause } = problem instanceof StateFailure ? problem : failureOf(problem);
  endRun(run, { status: 'FAILED', ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
}

function handleOf(run: Run, result: Promise<ExecutionResult>): Execution {
  const { identity, tokens, waits } = run.runtime;
  return {
    executionArn: identity.executionArn,
    name: identity.name,
    startDate: new Date(identity.startedAt),
    result,
    events: { [Symbol.asyncIterator]: () => run.log.follow() },
    history: () => run.log.history(),
    status: () => run.ended?.status ?? 'RUNNING',
    stop: ({ error, cause } = {}) =>
      endRun(run, { status: 'ABORTED', ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }),
    skipWaits: () => waits.skip(),
    sendTaskSuccess: (token, output) => tokens.answer(token, { kind: 'success', output: copyJson(output) }),
    sendTaskFailure: (token, { error, cause } = {}) => tokens.answer(token, { kind: 'failure', error, cause }),
    sendTaskHeartbeat: (token) => tokens.heartbeat(token),
  };
}

const lastEvents = {
  SUCCEEDED: { type: 'ExecutionSucceeded', shape: 'executionSucceeded' },
  FAILED: { type: 'ExecutionFailed', shape: 'executionFailed' },
  TIMED_OUT: { type: 'ExecutionTimedOut', shape: 'executionTimedOut' },
  ABORTED: { type: 'ExecutionAborted', shape: 'executionAborted' },
} as const;

/** Ends a run once: records the last event, cancels what is under way, and resolves the result once the end is durable. */
function endRun(run: Run, { status, output, error, cause }: Omit<ExecutionEnd, 'stoppedAt'>): void {
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

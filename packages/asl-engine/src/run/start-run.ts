import { Cancelled } from '../execution/cancellation.ts';
import { Fiber } from '../execution/fiber.ts';
import { StateFailure } from '../failure/state-failure.ts';
import { copyJson } from '../json/copy-json.ts';
import { isLargerThan } from '../json/json-size.ts';
import { runMachine } from '../machine/run-machine.ts';
import { failureOf } from '../task/call-handler.ts';
import { endRun } from './end-run.ts';
import type { Execution } from './execution.ts';
import type { ExecutionResult } from './execution-options.ts';
import type { Run } from './run.ts';

/** The longest an execution may live, in seconds, by type (quotas page). */
const lifetimes = { STANDARD: 31_536_000, EXPRESS: 300 };

/** Sets a run going, from the start or from where it was restored, and gives its handle. */
export function startRun(run: Run): Execution {
  const stopTimer = setDeadline(run);
  const result = new Promise<ExecutionResult>((resolve) => {
    run.onEnd = (ended) => {
      stopTimer();
      resolve(ended);
    };
  });
  begin(run);
  // Whoever is told that the execution has started may rely on it.
  run.checkpoint();
  return handleOf(run, result);
}

function setDeadline(run: Run): () => void {
  return run.clock.setTimer(deadlineOf(run), () => endRun(run, { status: 'TIMED_OUT' }));
}

function deadlineOf({ definition, type, deadlineFrom }: Run): number {
  return deadlineFrom + Math.min(definition.timeoutSeconds ?? Number.POSITIVE_INFINITY, lifetimes[type]) * 1000;
}

function begin(run: Run): void {
  const root = new Fiber(run);
  run.root = root;
  const snapshot = run.restored.get('');
  if (snapshot) {
    root.restore(snapshot);
    if (run.redriven) tellRedrive(run);
    // What was due meanwhile would have come too late: the execution ended while nobody ran it.
    if (run.clock.now() >= deadlineOf(run)) {
      endRun(run, { status: 'TIMED_OUT' });
      return;
    }
  } else {
    run.journalStart();
    // The first state's event follows from nothing; AWS shows 0 for it.
    run.record('ExecutionStarted', 'executionStarted', 0, run.roleArn, run.input);
    if (isLargerThan(run.input)) {
      endRun(run, {
        status: 'FAILED',
        error: 'States.DataLimitExceeded',
        cause: 'The input is larger than 262144 bytes.',
      });
      return;
    }
  }
  runMachine(run.definition, root, run.input).then(
    (output) => endRun(run, { status: 'SUCCEEDED', output }),
    (problem) => fail(run, problem),
  );
}

function tellRedrive(run: Run): void {
  const more = { redriveCount: run.redriveCount };
  run.record('ExecutionRedriven', 'executionRedriven', run.log.count, undefined, undefined, more);
}

function fail(run: Run, problem: unknown): void {
  if (problem instanceof Cancelled) return;
  const { error, cause } = problem instanceof StateFailure ? problem : failureOf(problem);
  endRun(run, { status: 'FAILED', ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
}

function handleOf(run: Run, result: Promise<ExecutionResult>): Execution {
  return {
    executionArn: run.executionArn,
    name: run.name,
    startDate: new Date(run.startedAt),
    result,
    events: { [Symbol.asyncIterator]: () => run.log.follow() },
    history: () => run.log.history(),
    status: () => run.ended?.status ?? 'RUNNING',
    stop: ({ error, cause } = {}) =>
      endRun(run, { status: 'ABORTED', ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }),
    sendTaskSuccess: (token, output) => run.tokens.answer(token, { kind: 'success', output: copyJson(output) }),
    sendTaskFailure: (token, { error, cause } = {}) => run.tokens.answer(token, { kind: 'failure', error, cause }),
    sendTaskHeartbeat: (token) => run.tokens.heartbeat(token),
  };
}

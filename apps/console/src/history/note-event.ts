import type { HistoryEvent } from '../api/history-event.ts';
import { failureOf, type OpenVisit, optional, text, untold } from './open-visit.ts';
import type { Attempt, Failure } from './visit.ts';

const scheduled = /^(Task|LambdaFunction|Activity)Scheduled$/;
const begun = /^(Map|Parallel)StateStarted$/;
const succeeded = /^((Task|LambdaFunction|Activity)Succeeded|(Map|Parallel)StateSucceeded)$/;
const attemptFailed = /^(Task|LambdaFunction|Activity)(Failed|TimedOut|StartFailed|SubmitFailed|ScheduleFailed)$/;
const containerFailed = /^(Map|Parallel)StateFailed$/;
const stateFailed = /^(EvaluationFailed|MapRunFailed)$/;

interface Around {
  /** The visit of the event before: where a Map or Parallel failed that says nothing itself. */
  readonly before: OpenVisit;
  /** How often the execution had been redriven by then. */
  readonly redrive: number;
}

/** Enters an event into the visit that it belongs to. */
export function noteEvent({ type, at, details }: HistoryEvent, visit: OpenVisit, { before, redrive }: Around): void {
  if (type.endsWith('StateExited')) {
    visit.exitedAt = at;
    Object.assign(visit, optional('output', text(details['output'])));
    if (visit.failure === untold) visit.failure = errorOutput(visit.output);
  } else if (scheduled.test(type)) {
    visit.attempts.push({ scheduledAt: at, status: 'running', redrive });
  } else if (begun.test(type)) {
    // A Map or Parallel that is retried says only that it begins anew.
    if (visit.attempts.at(-1)?.status === 'running') fail(visit, before.attempts.at(-1)?.endedAt ?? at, before.failure);
    visit.attempts.push({ scheduledAt: at, status: 'running', redrive });
  } else if (succeeded.test(type)) {
    end(visit, { endedAt: at, status: 'succeeded' });
    delete visit.failure;
  } else if (attemptFailed.test(type)) {
    visit.failure = failureOf(details);
    fail(visit, at, visit.failure);
  } else if (containerFailed.test(type)) {
    visit.failure = before.failure ?? untold;
    fail(visit, at, visit.failure);
  } else if (stateFailed.test(type)) {
    visit.failure = failureOf(details);
  }
}

function fail(visit: OpenVisit, endedAt: number, failure: Failure | undefined): void {
  end(visit, { endedAt, status: 'failed', ...(failure && { failure }) });
}

function end({ attempts }: OpenVisit, ending: Partial<Attempt>): void {
  const last = attempts.at(-1);
  if (last !== undefined) Object.assign(last, ending);
}

/** What a Catch hands on unless it says otherwise: the error's name and cause. */
function errorOutput(output = '{}'): Failure {
  try {
    const { Error: error, Cause: cause } = Object(JSON.parse(output));
    return typeof error === 'string' ? { error, cause: text(cause) ?? '' } : untold;
  } catch {
    return untold;
  }
}

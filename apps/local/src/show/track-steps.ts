import type { HistoryEvent } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';

/** A failed attempt: the error's name, and the sentence that goes with it. */
export interface FailedAttempt {
  readonly error: string;
  readonly message: string;
}

/** A wait before the next attempt. */
export interface RetryWait {
  /** The first retry is 1. */
  readonly number: number;
  /** How many retries there are at most for this error. */
  readonly of: number;
  readonly milliseconds: number;
  /** Of a "not yet" that is no failure: what is waited for, `the payment`. */
  readonly awaits?: string;
  /** When it is over, in epoch milliseconds of the machine's own clock. */
  readonly until: number;
}

/** A state of the workflow on its way through. */
export interface ShownStep {
  readonly state: string;
  /** `Task`, `Choice`, … */
  readonly kind: string;
  /** `caught`: it failed for good, and the workflow goes another way. `failed`: the execution ended here. */
  readonly status: 'waiting' | 'running' | 'retrying' | 'done' | 'caught' | 'failed';
  /** Epoch milliseconds. */
  readonly enteredAt?: number;
  readonly exitedAt?: number;
  readonly failures: readonly FailedAttempt[];
  readonly retry?: RetryWait;
  /** What it added to the record, by key. */
  readonly left: Readonly<Record<string, unknown>>;
}

type Details = Readonly<Record<string, unknown>>;

/** A state that has not been entered. */
export function waitingStep(state: string): ShownStep {
  return { state, kind: 'Task', status: 'waiting', failures: [], left: {} };
}

/**
 * The steps after one more event of the history. A state that was expected is entered at its place, so those that the
 * workflow passed over stay visible; any other comes after the one before it.
 */
export function trackSteps(steps: readonly ShownStep[], event: HistoryEvent): readonly ShownStep[] {
  const { type } = event;
  const details = detailsOf(event);
  if (type.endsWith('StateEntered')) return enter(steps, String(details['name']), type, event, details);
  if (type.endsWith('StateExited')) return changeCurrent(steps, (step) => exit(step, event, details));
  if (type === 'ExecutionRedriven') return changeCurrent(steps, beginAgain);
  if (/^Execution(Failed|TimedOut|Aborted)$/.test(type)) {
    const failure = { error: String(details['error'] ?? type), message: errorMessageOf(details['cause']) };
    return changeCurrent(steps, (step) => ({
      ...step,
      status: 'failed',
      exitedAt: event.timestamp.getTime(),
      failures: step.failures.length > 0 ? step.failures : [failure],
    }));
  }
  if (/(Failed|TimedOut)$/.test(type)) {
    const failure = { error: String(details['error']), message: errorMessageOf(details['cause']) };
    return changeCurrent(steps, (step) => ({ ...step, status: 'caught', failures: [...step.failures, failure] }));
  }
  if (/Scheduled$/.test(type)) return changeCurrent(steps, ({ retry: _, ...step }) => ({ ...step, status: 'running' }));
  return steps;
}

function enter(
  steps: readonly ShownStep[],
  state: string,
  type: string,
  event: HistoryEvent,
  { input }: Details,
): readonly ShownStep[] {
  const step: ShownStep = {
    ...waitingStep(state),
    kind: type.slice(0, -'StateEntered'.length),
    status: 'running',
    enteredAt: event.timestamp.getTime(),
    left: readRecord(input),
  };
  const last = steps.findLastIndex(({ status }) => status !== 'waiting');
  const expected = steps.findIndex((candidate, index) => index > last && candidate.state === state);
  return expected < 0 ? steps.toSpliced(last + 1, 0, step) : steps.with(expected, step);
}

/** A redrive runs the state that failed again, with all of its retries. */
function beginAgain({ exitedAt: _, retry: __, ...step }: ShownStep): ShownStep {
  return { ...step, status: 'running', failures: [] };
}

/** While a step runs, `left` holds what it was given; now that it ends, what it added or wrote anew. */
function exit(step: ShownStep, event: HistoryEvent, { output }: Details): ShownStep {
  const given = step.left;
  const added = Object.entries(readRecord(output)).filter(
    ([key, value]) => JSON.stringify(given[key]) !== JSON.stringify(value),
  );
  return {
    ...step,
    status: step.status === 'caught' ? 'caught' : 'done',
    exitedAt: event.timestamp.getTime(),
    left: Object.fromEntries(added),
  };
}

function changeCurrent(steps: readonly ShownStep[], change: (step: ShownStep) => ShownStep): readonly ShownStep[] {
  const current = steps.findLastIndex(({ status }) => status !== 'waiting');
  return steps.map((step, index) => (index === current ? change(step) : step));
}

function detailsOf(event: HistoryEvent): Details {
  const [, details] = Object.entries(event).find(([key]) => key.endsWith('EventDetails')) ?? [];
  return isJsonObject(details) ? details : {};
}

function readRecord(text: unknown): Details {
  if (typeof text !== 'string') return {};
  const value: unknown = JSON.parse(text);
  return isJsonObject(value) ? value : {};
}

/** The sentence in a cause: the message of a function's error, or the text itself. Empty when there is none. */
export function errorMessageOf(cause: unknown): string {
  if (typeof cause !== 'string') return '';
  try {
    const error: unknown = JSON.parse(cause);
    if (isJsonObject(error) && typeof error['errorMessage'] === 'string') return error['errorMessage'];
  } catch {
    // A cause need not be JSON.
  }
  return cause;
}

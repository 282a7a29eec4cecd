import type { HistoryEvent } from '../api/history-event.ts';
import type { Attempt, Failure, Visit } from './visit.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
interface OpenVisit extends Writable<Omit<Visit, 'attempts'>> {
  attempts: Writable<Attempt>[];
}

export interface Visits {
  /** In the order in which states were entered. */
  readonly visits: readonly Visit[];
  /** The state to which an event belongs, by the event's id. Events of the execution itself are not in it. */
  readonly stateOf: ReadonlyMap<number, string>;
}

const scheduled = /^(Task|LambdaFunction|Activity)Scheduled$/;
const attemptSucceeded = /^(Task|LambdaFunction|Activity)Succeeded$/;
const attemptFailed = /^(Task|LambdaFunction|Activity)(Failed|TimedOut|StartFailed|SubmitFailed|ScheduleFailed)$/;
const stateFailed = /^(EvaluationFailed|MapRunFailed)$/;

/**
 * Works out of a history which states an execution was in and what was tried there. An event belongs to the state of
 * the event before it (`previousEventId`), so states that run at the same time are told apart.
 */
export function readVisits(events: readonly HistoryEvent[]): Visits {
  const visits: OpenVisit[] = [];
  const visitOf = new Map<number, OpenVisit>();
  let redrive = 0;
  for (const event of events) {
    if (event.type.startsWith('Execution')) {
      if (event.type === 'ExecutionRedriven') redrive++;
      continue;
    }
    const before = visitOf.get(event.previousEventId);
    const visit = event.type.endsWith('StateEntered') ? enter(event, before) : before;
    if (visit === undefined) continue;
    if (visit !== before) visits.push(visit);
    visitOf.set(event.id, visit);
    note(event, visit, redrive);
  }
  return { visits, stateOf: new Map([...visitOf].map(([id, { state }]) => [id, state])) };
}

function enter({ at, details }: HistoryEvent, before: OpenVisit | undefined): OpenVisit {
  return {
    state: text(details['name']) ?? '',
    enteredAt: at,
    ...optional('input', text(details['input'])),
    ...(before?.exitedAt === undefined ? {} : { from: before }),
    attempts: [],
  };
}

function note(event: HistoryEvent, visit: OpenVisit, redrive: number): void {
  const { type, at, details } = event;
  if (type.endsWith('StateExited')) {
    visit.exitedAt = at;
    Object.assign(visit, optional('output', text(details['output'])));
  } else if (scheduled.test(type)) {
    visit.attempts.push({ scheduledAt: at, status: 'running', redrive });
  } else if (attemptSucceeded.test(type)) {
    end(visit, { endedAt: at, status: 'succeeded' });
    delete visit.failure;
  } else if (attemptFailed.test(type)) {
    visit.failure = failureOf(details);
    end(visit, { endedAt: at, status: 'failed', failure: visit.failure });
  } else if (stateFailed.test(type)) {
    visit.failure = failureOf(details);
  }
}

function end({ attempts }: OpenVisit, ending: Partial<Attempt>): void {
  const last = attempts.at(-1);
  if (last !== undefined) Object.assign(last, ending);
}

function failureOf(details: HistoryEvent['details']): Failure {
  return { error: text(details['error']) ?? 'unknown', cause: text(details['cause']) ?? '' };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: string });
}

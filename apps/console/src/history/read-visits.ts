import type { HistoryEvent } from '../api/history-event.ts';
import { noteEvent } from './note-event.ts';
import { climb, failureOf, type OpenVisit, optional, text, untold } from './open-visit.ts';
import type { Visit } from './visit.ts';

export interface Visits {
  /** In the order in which states were entered. */
  readonly visits: readonly Visit[];
  /** The state to which an event belongs, by the event's id. Events of the execution itself are not in it. */
  readonly stateOf: ReadonlyMap<number, string>;
}

const ofContainer = /^(Map|Parallel)State(Started|Succeeded|Failed|Aborted)$/;

/**
 * Works out of a history which states an execution was in and what was tried there. An event belongs to the state of
 * the event before it (`previousEventId`), so states that run at the same time are told apart. What is told of a Map or a
 * Parallel follows events of the states inside it, and belongs to the visit in which that state was entered.
 */
export function readVisits(events: readonly HistoryEvent[]): Visits {
  const visits: OpenVisit[] = [];
  const visitOf = new Map<number, OpenVisit>();
  /** Failed for good, though not left: what comes then is told of those around it. */
  const failed = new Set<OpenVisit>();
  let redrive = 0;
  for (const event of events) {
    if (event.type.startsWith('Execution')) {
      if (event.type === 'ExecutionFailed') explain(visits, event);
      if (event.type === 'ExecutionRedriven') reopen(failed, event, ++redrive);
      continue;
    }
    const before = visitOf.get(event.previousEventId);
    const entered = event.type.endsWith('StateEntered') ? enter(event, before) : undefined;
    if (entered) visits.push(entered);
    const visit = entered ?? belongsTo(event, before, failed);
    if (visit === undefined) continue;
    visitOf.set(event.id, visit);
    noteEvent(event, visit, { before: before ?? visit, redrive });
    if (/^(Map|Parallel)StateFailed$/.test(event.type)) failed.add(visit);
  }
  return { visits, stateOf: new Map([...visitOf].map(([id, { state }]) => [id, state])) };
}

function enter({ type, at, details }: HistoryEvent, before: OpenVisit | undefined): OpenVisit {
  const within = before?.exitedAt === undefined ? before : before.within;
  return {
    state: text(details['name']) ?? '',
    kind: type.slice(0, -'StateEntered'.length),
    enteredAt: at,
    ...optional('input', text(details['input'])),
    ...(before?.exitedAt === undefined ? {} : { from: before }),
    ...(within === undefined ? {} : { within }),
    attempts: [],
  };
}

function belongsTo(
  { type, details }: HistoryEvent,
  before: OpenVisit | undefined,
  failed: ReadonlySet<OpenVisit>,
): OpenVisit | undefined {
  // Exits and iterations name their state.
  const name = text(details['name']);
  if (name !== undefined) return climb(before, (one) => one.state === name && one.exitedAt === undefined) ?? before;
  const kind = ofContainer.exec(type)?.[1];
  if (kind === undefined) return before;
  return climb(before, (one) => one.kind === kind && one.exitedAt === undefined && !failed.has(one)) ?? before;
}

/** A state that failed without an event of its own, as Fail does, failed as the execution did. */
function explain(visits: readonly OpenVisit[], { details }: HistoryEvent): void {
  const last = visits.findLast(({ within, exitedAt }) => within === undefined && exitedAt === undefined);
  if (last && (last.failure ?? untold) === untold) last.failure = failureOf(details);
}

/** A redrive goes on inside a Map or a Parallel without saying that it begins anew. */
function reopen(failed: Set<OpenVisit>, { at }: HistoryEvent, redrive: number): void {
  for (const visit of failed)
    if (visit.exitedAt === undefined) visit.attempts.push({ scheduledAt: at, status: 'running', redrive });
  failed.clear();
}

import { nextStates } from '../composition/next-states.ts';
import type { PlannedState } from '../composition/planned-state.ts';
import { retryOf } from './longest-run.ts';
import type { TimeLimits } from './time-limits.ts';

/**
 * Events that an execution leaves at most. Over 25,000 it fails and cannot be redriven; a redrive adds to the same history, so
 * room is left for one that meets a second outage.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const mostHistoryEvents = 15_000;

/** A task is scheduled, started, and ends, each time that it is tried. */
const eventsOfTry = 3;
/** A state is entered and left. */
const eventsOfState = 2;
/** An execution begins and ends. */
const eventsOfExecution = 2;

/** Events that a state leaves at most: all of its tries are used up, and it succeeds or not. */
function historyEventsOf(planned: PlannedState, limits: TimeLimits): number {
  const policy = retryOf(planned, limits);
  return eventsOfState + (policy === undefined ? 0 : (policy.maxAttempts + 1) * eventsOfTry);
}

/** States in the order in which an execution that goes the worst way enters them, and all events that it leaves. */
export interface WorstHistory {
  readonly events: number;
  readonly states: readonly { readonly name: string; readonly events: number }[];
}

/** The way through a plan that leaves the most events. No execution enters a state twice. */
export function worstHistory(plan: readonly PlannedState[], limits: TimeLimits): WorstHistory {
  const named = new Map(plan.map((planned) => [planned.name, planned]));
  function worstFrom(name: string, before: readonly string[]): WorstHistory {
    const planned = named.get(name);
    if (!planned || before.includes(name)) return { events: 0, states: [] };
    const events = historyEventsOf(planned, limits);
    const rest = nextStates(planned)
      .map((next) => worstFrom(next, [...before, name]))
      .reduce((worst, way) => (way.events > worst.events ? way : worst), { events: 0, states: [] });
    return { events: events + rest.events, states: [{ name, events }, ...rest.states] };
  }
  const worst = worstFrom(plan[0]?.name ?? '', []);
  return { ...worst, events: worst.events + eventsOfExecution };
}

/**
 * Holds a workflow to a history that Step Functions keeps, with room for a redrive.
 *
 * @throws RangeError that says what each state of the worst way costs
 */
export function assertHistoryFits(plan: readonly PlannedState[], limits: TimeLimits): void {
  const { events, states } = worstHistory(plan, limits);
  if (events <= mostHistoryEvents) return;
  const costly = states.toSorted((a, b) => b.events - a.events).map(({ name, events: cost }) => `${name} ${cost}`);
  throw new RangeError(
    `an execution may leave ${events} history events, expected at most ${mostHistoryEvents}, since it fails over 25000 and cannot be redriven: ` +
      `${costly.join(', ')}; give stages less patience (patienceSeconds)`,
  );
}

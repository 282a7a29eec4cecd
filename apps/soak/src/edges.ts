import type { HistoryEvent } from '@order-workflow/asl-engine';

/** The ways on after a failure: `Ship Order: CarrierUnavailable → retry`, `Ship Order: ShipmentRefused → Refund Payment`. */
export type Edge = string;

interface Handler {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts?: number;
  readonly Next?: string;
}
type States = Readonly<Record<string, { readonly Retry?: readonly Handler[]; readonly Catch?: readonly Handler[] }>>;

function statesOf(definition: string): States {
  return JSON.parse(definition).States;
}

/**
 * Every way on after a failure that a definition has: one a name in its Retry and Catch. A retrier without attempts is none:
 * it only keeps an error from those after it.
 */
export function failureEdges(definition: string): readonly Edge[] {
  return Object.entries(statesOf(definition)).flatMap(([state, { Retry = [], Catch = [] }]) => [
    ...Retry.filter(({ MaxAttempts }) => MaxAttempts !== 0).flatMap(({ ErrorEquals }) =>
      ErrorEquals.map((error) => edge(state, error, 'retry')),
    ),
    ...Catch.flatMap(({ ErrorEquals, Next }) => ErrorEquals.map((error) => edge(state, error, Next ?? ''))),
  ]);
}

/** The ways on after failures that an execution took. */
export function takenEdges(definition: string, history: readonly HistoryEvent[]): ReadonlySet<Edge> {
  const states = statesOf(definition);
  const taken = new Set<Edge>();
  let state = '';
  let error: string | undefined;
  for (const event of history) {
    const { type } = event;
    const { Retry = [], Catch = [] } = states[state] ?? {};
    if (type.startsWith('Execution')) error = undefined;
    else if (/^Task(Failed|TimedOut)$/.test(type)) error = errorOf(event);
    else if (type === 'TaskScheduled' && error !== undefined) {
      taken.add(edge(state, named(Retry, error)?.name ?? error, 'retry'));
      error = undefined;
    } else if (type.endsWith('StateEntered')) {
      state = String(event['stateEnteredEventDetails']?.['name']);
      error = undefined;
    } else if (type.endsWith('StateExited') && error !== undefined) {
      const caught = named(Catch, error);
      taken.add(edge(state, caught?.name ?? error, caught?.handler.Next ?? ''));
    }
  }
  return taken;
}

/** The first handler that takes an error, and by which name (States Language, "Errors": States.ALL takes any). */
function named(
  handlers: readonly Handler[],
  error: string,
): { readonly handler: Handler; readonly name: string } | undefined {
  for (const handler of handlers) {
    const name = handler.ErrorEquals.find((one) => one === error || one === 'States.ALL');
    if (name !== undefined) return { handler, name };
  }
  return undefined;
}

function edge(state: string, error: string, next: string): Edge {
  return `${state}: ${error} → ${next}`;
}

function errorOf(event: HistoryEvent): string {
  const details = event['taskFailedEventDetails'] ?? event['taskTimedOutEventDetails'];
  return String(details?.['error']);
}

import {
  type ExecutionJournal,
  type ExecutionOverview,
  type HistoryEvent,
  readHistory,
} from '@order-workflow/asl-engine';
import { type Fields, fieldsOf } from '../json/json-object.ts';

/** The state that an execution entered last, and what has become of its work. */
export interface LastState {
  readonly state?: string;
  readonly enteredAt?: number;
  /** The record that came in. */
  readonly input?: unknown;
  /** How often its work has failed since. */
  readonly failures: number;
  /** By which error it failed last. */
  readonly error?: string;
  readonly cause?: string;
}

/** A state with its work is seldom longer. */
const eventsAtOnce = 20;

/** Read from the end, and no further than the state was entered. */
export function readLastState(journal: ExecutionJournal, executionArn: string): LastState {
  let failures = 0;
  let latest: Pick<LastState, 'error' | 'cause'> = {};
  for (let after: number | undefined; ; ) {
    const query = { limit: eventsAtOnce, reverse: true, ...(after !== undefined && { after }) };
    const events = readHistory(journal, executionArn, query);
    for (const event of events) {
      if (event.type.endsWith('StateEntered')) return { ...entered(event), failures, ...latest };
      if (!failsWork(event)) continue;
      if (failures === 0) latest = errorOf(event);
      failures++;
    }
    after = events.at(-1)?.id;
    if (after === undefined) return { failures, ...latest };
  }
}

function entered({ stateEnteredEventDetails, timestamp }: HistoryEvent): Partial<LastState> {
  const { name, input } = stateEnteredEventDetails ?? {};
  return { state: String(name), enteredAt: timestamp.getTime(), input: parse(input) };
}

/** Of a task, a function, an activity: not of the execution itself. */
function failsWork({ type }: HistoryEvent): boolean {
  return /(?:Failed|TimedOut)$/.test(type) && !type.startsWith('Execution');
}

function errorOf(event: HistoryEvent): Pick<LastState, 'error' | 'cause'> {
  const details = Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1];
  const { error, cause } = fieldsOf(details);
  return { ...(typeof error === 'string' && { error }), ...(typeof cause === 'string' && { cause }) };
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** The record that an execution left, or that it has reached so far. */
export function recordOf(journal: ExecutionJournal, { start, end }: Pick<ExecutionOverview, 'start' | 'end'>): Fields {
  return fieldsOf(end?.output === undefined ? readLastState(journal, start.executionArn).input : end.output);
}

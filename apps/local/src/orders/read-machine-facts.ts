import { isJsonObject } from '../json/json-object.ts';

/** What a definition says that its history does not. */
export interface MachineFacts {
  /** The states from the start to the end when nothing fails. */
  readonly happyPath: readonly string[];
  /** ARNs of the functions that they invoke. */
  readonly functions: readonly string[];
  /**
   * Which retry comes after these failures of a state, by error name, and how many its last error allows at most.
   * Undefined when no retrier names that error, or its retries are spent.
   */
  retryAfter(state: string, errors: readonly string[]): NextRetry | undefined;
}

export interface NextRetry {
  /** The first retry is 1. */
  readonly number: number;
  readonly of: number;
  /** How long it is waited for; with jitter, at most. */
  readonly milliseconds: number;
  /** Of a "not yet" that is no failure: what is waited for, `the payment`. */
  readonly awaits?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** MaxAttempts when a retrier does not say (States Language, "Retrying after error"). */
const defaultMaxAttempts = 3;

/** Reads the facts from a definition. */
export function readMachineFacts(definition: string): MachineFacts {
  const machine: Json = JSON.parse(definition);
  const states = objects(machine['States']);

  const happyPath: string[] = [];
  for (let next = machine['StartAt']; typeof next === 'string' && !happyPath.includes(next); ) {
    happyPath.push(next);
    next = states[next]?.['Next'];
  }

  const caught = new Set(Object.values(states).flatMap(({ Catch }) => namesCaught(Catch)));
  return {
    happyPath,
    functions: happyPath.flatMap((state) => functionOf(states[state]?.['Arguments'])),
    retryAfter(state, errors) {
      const retry = states[state]?.['Retry'];
      const retriers: readonly Json[] = Array.isArray(retry) ? retry.filter(isJsonObject) : [];
      const retrierOf = (error: string | undefined) => retriers.find((retrier) => matches(retrier, error));
      const retrier = retrierOf(errors.at(-1));
      if (!retrier) return undefined;
      const of = Number(retrier['MaxAttempts'] ?? defaultMaxAttempts);
      const number = errors.filter((error) => retrierOf(error) === retrier).length;
      if (number > of) return undefined;
      const awaits = caught.has(errors.at(-1) ?? '') ? awaited.exec(state)?.[1]?.toLowerCase() : undefined;
      return { number, of, milliseconds: retryWaitMs(retrier, number), ...(awaits && { awaits: `the ${awaits}` }) };
    },
  };
}

/** A state that waits for what an earlier one has caught as not done yet is called so (`awaits` in the manifest of its stage). */
const awaited = /^Await (.+)$/;

function functionOf(given: unknown): readonly string[] {
  const name = isJsonObject(given) ? given['FunctionName'] : undefined;
  return typeof name === 'string' ? [name] : [];
}

/** The errors that a state catches by their names. */
function namesCaught(catchers: unknown): readonly unknown[] {
  const all = Array.isArray(catchers) ? catchers.filter(isJsonObject) : [];
  return all.flatMap(({ ErrorEquals }) => (Array.isArray(ErrorEquals) ? ErrorEquals : []));
}

function matches({ ErrorEquals: names }: Json, error: string | undefined): boolean {
  if (!Array.isArray(names)) return false;
  return names.includes(error) || names.includes('States.ALL') || names.includes('States.TaskFailed');
}

function objects(value: unknown): Readonly<Record<string, Json>> {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  return Object.fromEntries(entries.flatMap(([name, state]) => (isJsonObject(state) ? [[name, state]] : [])));
}

/** The defaults of a retrier (States Language, "Retrying after error"). */
const defaults = { IntervalSeconds: 1, BackoffRate: 2, MaxDelaySeconds: Number.POSITIVE_INFINITY };

/** Milliseconds that a retrier waits before its nth retry, the first of which is 1; with jitter, at most. */
export function retryWaitMs(retrier: unknown, retry: number): number {
  const { IntervalSeconds, BackoffRate, MaxDelaySeconds } = { ...defaults, ...(isJsonObject(retrier) ? retrier : {}) };
  const seconds = Number(IntervalSeconds) * Number(BackoffRate) ** (retry - 1);
  return Math.min(seconds, Number(MaxDelaySeconds)) * 1000;
}

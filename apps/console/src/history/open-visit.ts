import type { HistoryEvent } from '../api/history-event.ts';
import type { Attempt, Failure, Visit } from './visit.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A visit while a history is being read. */
export interface OpenVisit extends Writable<Omit<Visit, 'attempts' | 'within'>> {
  attempts: Writable<Attempt>[];
  readonly within?: OpenVisit;
}

/** The nearest visit of which something is true: this one, or one of those that it happened in. */
export function climb(visit: OpenVisit | undefined, isIt: (one: OpenVisit) => boolean): OpenVisit | undefined {
  if (visit === undefined || isIt(visit)) return visit;
  return climb(visit.within, isIt);
}

/** Of a Map or Parallel in which a Fail state was reached: no event says why. */
export const untold: Failure = { error: 'unknown', cause: '' };

export function failureOf(details: HistoryEvent['details']): Failure {
  return { error: text(details['error']) ?? untold.error, cause: text(details['cause']) ?? '' };
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function optional<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: string });
}

import type { SQLInputValue } from 'node:sqlite';
import { cancellationError } from '../orders/cancelled-since.ts';
import type { ExecutionStatus } from '../orders/execution-report.ts';

/** In which order a list is shown. */
export const deskSorts = ['newest', 'oldest', 'amount', 'longest'] as const;
export type DeskSort = (typeof deskSorts)[number];

/** What is looked for. Instants are milliseconds since the epoch, amounts in the major unit of whatever currency. */
export interface DeskQuery {
  /** Each of these words must be found; what stands in double quotes is one. */
  readonly words?: string | undefined;
  readonly of?: 'orders' | 'cancellations' | undefined;
  readonly status?: ExecutionStatus | undefined;
  readonly outcome?: string | undefined;
  readonly state?: string | undefined;
  /** Only what a person must act on. */
  readonly needsPerson?: boolean | undefined;
  /** Only what runs, and is in its state since before this instant. */
  readonly waitingSince?: number | undefined;
  /** Started at or after this instant. */
  readonly since?: number | undefined;
  /** Started before this instant. */
  readonly until?: number | undefined;
  /** Ended at or after this instant. */
  readonly endedSince?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** What is in one state for longer waits long. */
export const longWaitMs = 60_000;

/** A condition in SQL with its values. */
export type Term = readonly [sql: string, ...values: SQLInputValue[]];

/**
 * Ended without success, and neither stopped for a cancellation nor followed by an attempt or a cancellation that ended: that
 * settled what this one left.
 */
export const needsPerson = `status NOT IN ('RUNNING', 'SUCCEEDED') AND error IS NOT '${cancellationError}' AND NOT EXISTS (
  SELECT 1 FROM entry AS later WHERE later.order_id = entry.order_id AND later.position > entry.position
  AND later.outcome IS NOT NULL AND later.outcome != 'duplicate')`;

/** What the query says apart from its chips: what their counts are of. */
export function openTerms({ words = '', of, since, until, min, max, ...rest }: DeskQuery): readonly Term[] {
  const terms: Term[] = wordsOf(words).map((word): Term => ['instr(words, ?) > 0', word]);
  if (of !== undefined) terms.push(['kind = ?', of]);
  if (since !== undefined) terms.push(['started >= ?', since]);
  if (until !== undefined) terms.push(['started < ?', until]);
  if (min !== undefined) terms.push(['amount >= ?', min]);
  if (max !== undefined) terms.push(['amount <= ?', max]);
  if (rest.endedSince !== undefined) terms.push(['stopped >= ?', rest.endedSince]);
  if (rest.needsPerson) terms.push([needsPerson]);
  if (rest.waitingSince !== undefined) terms.push(["status = 'RUNNING' AND entered < ?", rest.waitingSince]);
  return terms;
}

/** Its chips. */
export function chipTerms({ status, outcome, state }: DeskQuery): readonly Term[] {
  const terms: Term[] = [];
  if (status !== undefined) terms.push(['status = ?', status]);
  if (outcome !== undefined) terms.push(['outcome = ?', outcome]);
  if (state !== undefined) terms.push(['state = ?', state]);
  return terms;
}

/** Equal ones follow each other by age, so that no page shows what another has shown. */
export const orderBy: Readonly<Record<DeskSort, string>> = {
  newest: 'position DESC',
  oldest: 'position',
  amount: 'amount DESC, position DESC',
  longest: 'ifnull(stopped, 9e15) - started DESC, position DESC',
};

/** The words of what was typed, as the index has them. */
export function wordsOf(typed: string): readonly string[] {
  const found =
    typed
      .normalize('NFC')
      .toLowerCase()
      .match(/"[^"]+"|[^\s"]+/g) ?? [];
  return found.map((word) => word.replaceAll('"', '').trim()).filter((word) => word !== '');
}

/** The terms as what follows WHERE, and their values. */
export function where(terms: readonly Term[]): { readonly sql: string; readonly values: readonly SQLInputValue[] } {
  const sql = terms.map(([term]) => `(${term})`).join(' AND ');
  return { sql: sql === '' ? '1' : sql, values: terms.flatMap(([, ...values]) => values) };
}

import type { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { EventRecord } from '../history/event-record.ts';
import type { EventQuery } from './execution-journal.ts';

/**
 * What was appended of a history at once is one row, packed: what one event says stands in the next ones again. A window of 8 KB costs less
 * to set up than the usual one.
 */
export function packEvents(json: string): Uint8Array {
  return deflateRawSync(json, { level: 3, windowBits: 13, memLevel: 6 });
}

function unpackEvents(packed: unknown): EventRecord[] {
  return JSON.parse(inflateRawSync(packed as Uint8Array).toString());
}

/** Reads histories out of the tables of a journal. */
export interface EventReader {
  all(position: number): EventRecord[];
  /** A page of a history: no more rows are read than hold it. */
  page(executionArn: string, query: EventQuery): EventRecord[];
}

export function eventReader(database: DatabaseSync): EventReader {
  const all = database.prepare('SELECT packed FROM event WHERE execution = ? ORDER BY first');
  const of = 'execution = (SELECT position FROM execution WHERE arn = ?1)';
  const up = database.prepare(
    `SELECT packed FROM event WHERE ${of} AND first >= ifnull((SELECT max(first) FROM event WHERE ${of} AND first <= ?2), 0) ORDER BY first`,
  );
  const down = database.prepare(`SELECT packed FROM event WHERE ${of} AND first < ?2 ORDER BY first DESC`);

  return {
    all: (position) => all.all(position).flatMap(({ packed }) => unpackEvents(packed)),
    page(executionArn, { limit, reverse = false, after = reverse ? Number.MAX_SAFE_INTEGER : 0 }) {
      const found: EventRecord[] = [];
      for (const { packed } of (reverse ? down : up).iterate(executionArn, after)) {
        const events = unpackEvents(packed).filter(({ id }) => (reverse ? id < after : id > after));
        found.push(...(reverse ? events.toReversed() : events));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
  };
}

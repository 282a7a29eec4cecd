import { type Question, readPageToken, writePageToken } from './page-token.ts';

const defaultResults = 100;

export interface PageRequest {
  /** 0 stands for the default, 100. */
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Absent on the last page. */
  readonly nextToken?: string;
}

/**
 * One page of a list that is read by stretches: at most `limit` entries that come after the entry at a place.
 *
 * @throws ApiError InvalidToken
 */
export function readPage<Entry>(
  question: Question,
  { maxResults, nextToken }: PageRequest,
  now: number,
  read: (limit: number, after: number | undefined) => readonly Entry[],
  placeOf: (entry: Entry) => number,
): Page<Entry> {
  const size = maxResults || defaultResults;
  // One more than is shown tells whether there is another page.
  const found = read(size + 1, readPageToken(question, nextToken, now));
  const entries = found.slice(0, size);
  const last = entries.at(-1);
  if (found.length === entries.length || last === undefined) return { entries };
  return { entries, nextToken: writePageToken(question, placeOf(last), now) };
}

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { ApiError } from './api-error.ts';

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
  question: PageQuestion,
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

/** How long a token is good (API reference, "nextToken"). */
const goodForMs = 24 * 3600 * 1000;

const tokenSchema = z.strictObject({ of: z.string(), place: z.int(), at: z.number() });

/** What a list was asked for, apart from the page: a token is good for the same question only. */
export type PageQuestion = Readonly<Record<string, unknown>>;

/** The token of the page that begins after a place in a list. */
function writePageToken(question: PageQuestion, place: number, now: number): string {
  return Buffer.from(JSON.stringify({ of: digest(question), place, at: now })).toString('base64url');
}

/**
 * The place after which the page begins; undefined for the first page.
 *
 * @throws ApiError InvalidToken
 */
function readPageToken(question: PageQuestion, token: string | undefined, now: number): number | undefined {
  if (token === undefined) return undefined;
  const read = tokenSchema.safeParse(parse(token));
  if (!read.success) throw new ApiError('InvalidToken', 'nextToken: not a token of this API, expected the latest one');
  if (read.data.of !== digest(question))
    throw new ApiError('InvalidToken', 'nextToken: of another question, expected all other arguments unchanged');
  if (now - read.data.at > goodForMs) throw new ApiError('InvalidToken', 'nextToken: older than 24 hours, begin anew');
  return read.data.place;
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function digest(question: PageQuestion): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
}

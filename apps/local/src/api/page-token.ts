import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { ApiError } from './api-error.ts';

/** How long a token is good (API reference, "nextToken"). */
const goodForMs = 24 * 3600 * 1000;

const tokenSchema = z.strictObject({ of: z.string(), place: z.int(), at: z.number() });

/** What a list was asked for, apart from the page: a token is good for the same question only. */
export type Question = Readonly<Record<string, unknown>>;

/** The token of the page that begins after a place in a list. */
export function writePageToken(question: Question, place: number, now: number): string {
  return Buffer.from(JSON.stringify({ of: digest(question), place, at: now })).toString('base64url');
}

/**
 * The place after which the page begins; undefined for the first page.
 *
 * @throws ApiError InvalidToken
 */
export function readPageToken(question: Question, token: string | undefined, now: number): number | undefined {
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

function digest(question: Question): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
}

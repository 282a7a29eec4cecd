import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { RequestFields } from './request-fields.ts';

/** A list that pages are given of. */
interface PagedList<Item> {
  readonly name: string;
  readonly keyOf: (item: Item) => string;
  readonly longestToken?: number;
  /** Whether a page shows an item, by what may change between two pages; all are shown unless told otherwise. */
  readonly shows?: (item: Item) => boolean;
  /**
   * Puts the items in order, the latest first: an item's instant as it was at another one, both in epoch milliseconds. Every page is in
   * the order of the first, or what moves to the front between two pages would be on none.
   */
  readonly instantOf?: (item: Item, asOf: number) => number;
}

/**
 * A page of a list, by maxResults and nextToken of a request. A token names the last item that was given, so that what is added or
 * removed meanwhile moves no page, and it is good for that one request again: "keep all other arguments unchanged" (API reference).
 */
export function pageOf<Item>(
  fields: RequestFields,
  items: readonly Item[],
  list: PagedList<Item>,
): { readonly page: readonly Item[]; readonly next: { readonly nextToken?: string } } {
  const { name, keyOf, longestToken = 1024, shows = () => true } = list;
  fields.together(
    () => fields.integer('maxResults', 0, 1000),
    () => fields.maybeText('nextToken', { least: 1, most: longestToken }),
  );
  const limit = fields.integer('maxResults', 0, 1000) || 100;
  const request = digest(`${name} ${fields.without('nextToken')}`);
  const before = placeOf(fields.maybeText('nextToken'), request);
  const { inOrder, asOf } = sorted(items, list, before?.asOf);
  const found = before ? inOrder.findIndex((item) => keyOf(item) === before.key) + 1 : 0;
  // What the token named may have been deleted.
  const from = found || (before?.from ?? 0);
  const shown = inOrder.slice(from).filter(shows);
  const page = shown.slice(0, limit);
  const last = page.at(-1);
  if (last === undefined || shown.length === page.length) return { page, next: {} };
  const place = [request, keyOf(last), inOrder.indexOf(last, from) + 1, asOf];
  return { page, next: { nextToken: Buffer.from(JSON.stringify(place)).toString('base64url') } };
}

// The first page is of all that has happened; the next ones are of what had happened when it was given.
function sorted<Item>(
  items: readonly Item[],
  { instantOf }: PagedList<Item>,
  asOf = Number.POSITIVE_INFINITY,
): { readonly inOrder: readonly Item[]; readonly asOf: number } {
  if (!instantOf) return { inOrder: items, asOf: 0 };
  const dated = items.map((item) => ({ item, instant: instantOf(item, asOf) }));
  dated.sort((one, other) => other.instant - one.instant);
  return {
    inOrder: dated.map(({ item }) => item),
    asOf: Number.isFinite(asOf) ? asOf : (dated[0]?.instant ?? 0),
  };
}

/** Where the page before ended: after the item of this key, which was so many from the beginning, as the list was at an instant. */
interface Place {
  readonly key: unknown;
  readonly from: number;
  readonly asOf: number;
}

function placeOf(token: string | undefined, request: string): Place | undefined {
  if (token === undefined) return undefined;
  const [of, key, from, asOf] = decode(token);
  if (typeof from !== 'number' || typeof asOf !== 'number')
    throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
  if (of !== request) throw new ApiError('InvalidToken', "Invalid Token: 'Input inconsistent with page token'");
  return { key, from, asOf };
}

// A request is as long as its caller likes; a token is not.
function digest(request: string): string {
  return createHash('sha256').update(request).digest('base64url').slice(0, 22);
}

function decode(token: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

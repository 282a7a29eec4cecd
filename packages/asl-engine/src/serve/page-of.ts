import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { RequestFields } from './request-fields.ts';

/**
 * A page of a list, by maxResults and nextToken of a request. A token names the last item that was given, so that what is added or
 * removed meanwhile moves no page, and it is good for that one request again: "keep all other arguments unchanged" (API reference).
 */
export function pageOf<Item>(
  fields: RequestFields,
  items: readonly Item[],
  list: { readonly name: string; readonly keyOf: (item: Item) => string; readonly longestToken?: number },
): { readonly page: readonly Item[]; readonly next: { readonly nextToken?: string } } {
  const { name, keyOf, longestToken = 1024 } = list;
  fields.together(
    () => fields.integer('maxResults', 0, 1000),
    () => fields.maybeText('nextToken', { least: 1, most: longestToken }),
  );
  const limit = fields.integer('maxResults', 0, 1000) || 100;
  const request = `${name} ${fields.without('nextToken')}`;
  const from = startOf(fields.maybeText('nextToken'), request, items, keyOf);
  const page = items.slice(from, from + limit);
  const last = page.at(-1);
  const more = last !== undefined && from + limit < items.length;
  return { page, next: more ? { nextToken: tokenOf(request, keyOf(last), from + limit) } : {} };
}

function startOf<Item>(
  token: string | undefined,
  request: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): number {
  if (token === undefined) return 0;
  const [of, key, from] = decode(token);
  if (typeof from !== 'number') throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
  if (of !== digest(request)) throw new ApiError('InvalidToken', "Invalid Token: 'Input inconsistent with page token'");
  const last = items.findIndex((item) => keyOf(item) === key);
  // What it named may have been deleted.
  return last < 0 ? from : last + 1;
}

function tokenOf(request: string, key: string, from: number): string {
  return Buffer.from(JSON.stringify([digest(request), key, from])).toString('base64url');
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

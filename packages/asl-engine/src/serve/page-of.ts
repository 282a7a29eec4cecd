import { ApiError } from './api-error.ts';
import type { RequestFields } from './request-fields.ts';

/** A page of a list, by maxResults and nextToken of a request; a token says where its page begins, and of what list. */
export function pageOf<Item>(
  fields: RequestFields,
  items: readonly Item[],
  list: string,
  longestToken = 1024,
): { readonly page: readonly Item[]; readonly next: { readonly nextToken?: string } } {
  fields.together(
    () => fields.number('maxResults', 0, 1000),
    () => fields.maybeText('nextToken', { least: 1, most: longestToken }),
  );
  const limit = fields.number('maxResults', 0, 1000) || 100;
  const from = startOf(fields.maybeText('nextToken'), list);
  const next = from + limit < items.length ? { nextToken: tokenOf(list, from + limit) } : {};
  return { page: items.slice(from, from + limit), next };
}

function startOf(token: string | undefined, list: string): number {
  if (token === undefined) return 0;
  const [of, from] = decode(token);
  if (typeof from !== 'number') throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
  if (of !== list) throw new ApiError('InvalidToken', "Invalid Token: 'Input inconsistent with page token'");
  return from;
}

function tokenOf(list: string, from: number): string {
  return Buffer.from(JSON.stringify([list, from])).toString('base64url');
}

function decode(token: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

import type { DeskEntry } from '../desk/desk-entry.ts';
import { askedOfServer, changeQuery, type DeskQuery } from '../desk/desk-query.ts';
import type { DeskPage } from '../desk/desk-server.ts';

/** More than these nobody looks through before they say yes. */
export const mostHits = 500;

/** All that a search found, page by page from its first on, up to {@link mostHits}; each execution once, though some may move meanwhile. */
export async function collectHits(
  query: DeskQuery,
  search: (parameters: URLSearchParams) => Promise<DeskPage>,
): Promise<readonly DeskEntry[]> {
  const found = new Map<string, DeskEntry>();
  for (let from = 0; from < mostHits; ) {
    const asked = { ...changeQuery(query, {}), ...(from > 0 && { from: String(from) }) };
    const { hits, total } = await search(askedOfServer(asked));
    for (const hit of hits) found.set(hit.executionArn, hit);
    from += hits.length;
    if (hits.length === 0 || from >= total) break;
  }
  return [...found.values()].slice(0, mostHits);
}

import type { HistoryEvent } from '../api/history-event.ts';

export interface HistoryPage {
  readonly events: readonly HistoryEvent[];
  readonly nextToken?: string | null | undefined;
}

/** Gives a page of the history with the newest event first. */
export type ReadPage = (nextToken: string | undefined) => Promise<HistoryPage>;

/**
 * A history with what was added to it: reads from its end until it meets an event that is known. Gives the same array
 * when there is nothing new.
 */
export async function readNewEvents(
  known: readonly HistoryEvent[],
  readPage: ReadPage,
): Promise<readonly HistoryEvent[]> {
  const last = known.at(-1)?.id ?? 0;
  const added: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await readPage(nextToken);
    const fresh = page.events.filter(({ id }) => id > last);
    added.push(...fresh);
    nextToken = fresh.length < page.events.length ? undefined : (page.nextToken ?? undefined);
  } while (nextToken !== undefined);
  return added.length === 0 ? known : [...known, ...added.reverse()];
}

import type { ExecutionJournal, ExecutionQuery } from '@order-workflow/asl-engine';
import type { DeskStore } from './desk-store.ts';

/** How many executions are compared at once. */
const pageSize = 100;

/**
 * What changed in the journal while the index did not follow it, page by page, the latest first: executions that are new, that
 * ran when it last knew them, and that were redriven since. Whoever takes a page writes it before the next; with the last one the
 * index is complete, and only then it says so, so that a search that broke off is done again.
 */
export function* findBehind(journal: ExecutionJournal, store: DeskStore): Generator<readonly string[]> {
  const complete = store.completeTo();
  let newest: number | undefined;
  for (const page of pages(journal, {})) {
    newest ??= page[0]?.position;
    const found = page.filter(({ position }) => position > complete);
    yield found.filter((one) => differs(store, one)).map(({ executionArn }) => executionArn);
    if (found.length < page.length) break;
  }
  for (const page of pages(journal, { redriven: true }))
    yield page.filter((one) => differs(store, one)).map(({ executionArn }) => executionArn);
  yield store.running();
  if (newest !== undefined) store.setCompleteTo(newest);
}

type Page = ReturnType<ExecutionJournal['page']>;

function* pages(journal: ExecutionJournal, query: Omit<ExecutionQuery, 'limit'>): Generator<Page> {
  for (let before: number | undefined; ; ) {
    const page = journal.page({ ...query, limit: pageSize, ...(before !== undefined && { before }) });
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    before = page.at(-1)?.position;
  }
}

function differs(store: DeskStore, one: Page[number]): boolean {
  const known = store.known(one.executionArn);
  return known?.position !== one.position || known.redriveCount !== one.redriveCount || known.running || !one.end;
}

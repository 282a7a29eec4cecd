import { useRef } from 'react';
import type { ExecutionStatus } from '../api/execution.ts';
import type { BesideOrders } from '../machines/machines.ts';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { formatRoute } from '../route/route.ts';

interface PagesProps {
  readonly of: BesideOrders | undefined;
  readonly status: ExecutionStatus | undefined;
  /** Token of the page that is shown; undefined for the newest. */
  readonly page: string | undefined;
  readonly next: string | undefined;
}

/** The ways to other pages of the list. */
export function Pages({ of, status, page, next }: PagesProps) {
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  const filter = { ...(of && { of }), ...(status && { status }) };
  return (
    <nav ref={place} className="pages" aria-label="Pages" tabIndex={-1}>
      {page && (
        <a key="newest" href={formatRoute({ view: 'executions', ...filter })}>
          Newest
        </a>
      )}
      {next && (
        <a key="older" href={formatRoute({ view: 'executions', ...filter, page: next })}>
          Older executions
        </a>
      )}
    </nav>
  );
}

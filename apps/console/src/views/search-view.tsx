import { useRef } from 'react';
import { BulkCard } from '../bulk/bulk-card.tsx';
import { Chips } from '../desk/chips.tsx';
import { askedOfServer, changeQuery, type DeskQuery } from '../desk/desk-query.ts';
import { type DeskPage, deskServer } from '../desk/desk-server.ts';
import { HitsTable } from '../desk/hits-table.tsx';
import { NarrowForm } from '../desk/narrow-form.tsx';
import { Progress } from '../desk/progress.tsx';
import { useDesk } from '../desk/use-desk.ts';
import type { Machines } from '../machines/machines.ts';
import { Banner } from '../parts/banner.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatRoute } from '../route/route.ts';

/** How many hits the server gives at once. */
const hitsAPage = 50;

interface SearchViewProps {
  readonly query: DeskQuery;
  readonly machines: Machines;
}

/** What one search box finds among all executions. */
export function SearchView({ query, machines }: SearchViewProps) {
  const asked = String(askedOfServer(query));
  const { data, failure } = useDesk(`search ${asked}`, (signal) =>
    deskServer.search(new URLSearchParams(asked), signal),
  );
  // While another page comes, the one before stays.
  const before = useRef<DeskPage>(undefined);
  if (data) before.current = data;
  const shown = data ?? (failure ? undefined : before.current);
  return (
    <>
      <div className="view-head">
        <ViewTitle title="Search">
          {query['q'] === undefined ? 'All executions' : <Found words={query['q']} />}
        </ViewTitle>
        <span className="muted" role="status">
          {shown && <Count page={shown} query={query} />}
        </span>
        <a className="button" href={`/_local/desk/search.csv?${asked}`} download="executions.csv">
          Download as CSV
        </a>
      </div>
      <NarrowForm key={`${query['min']} ${query['max']}`} query={query} />
      <Particular query={query} />
      {shown && <Chips query={query} counts={shown.counts} />}
      <Progress progress={shown?.progress} />
      {shown && shown.hits.length > 0 && (
        <HitsTable caption="Executions that were found" hits={shown.hits} busy={!data} />
      )}
      {shown && shown.hits.length === 0 && (
        <p className="card nothing">
          <span>Nothing is found.</span>
          <a href={formatRoute({ view: 'search', query: {} })}>Show all executions</a>
        </p>
      )}
      {!shown && !failure && <p className="muted">Searching …</p>}
      {shown && shown.total > 0 && <BulkCard key={asked} query={query} total={shown.total} machines={machines} />}
      {shown && <Ways query={query} total={shown.total} />}
      {failure && <Banner failure={failure} />}
    </>
  );
}

function Found({ words }: { readonly words: string }) {
  return (
    <>
      Search: <Foreign text={words} most={80} />
    </>
  );
}

function Count({ page: { total, hits }, query }: { readonly page: DeskPage; readonly query: DeskQuery }) {
  const from = Number(query['from'] ?? 0);
  if (total === 0) return 'nothing found';
  return `${(from + 1).toLocaleString()}–${(from + hits.length).toLocaleString()} of ${total.toLocaleString()}`;
}

const particulars: Readonly<Record<string, string>> = {
  needs: 'Needs a person',
  waiting: 'Waits for longer than a minute',
  ended: 'Ended since',
};

/** What home leads to, and no chip says. */
function Particular({ query }: { readonly query: DeskQuery }) {
  const key = Object.keys(particulars).find((name) => query[name] !== undefined);
  if (key === undefined) return null;
  return (
    <nav className="chips" aria-label="Only">
      <span className="muted">Only</span>
      <a
        className="chip"
        aria-current="true"
        href={formatRoute({ view: 'search', query: changeQuery(query, { [key]: undefined }) })}
      >
        {particulars[key]} {key === 'ended' && query[key]}
      </a>
    </nav>
  );
}

function Ways({ query, total }: { readonly query: DeskQuery; readonly total: number }) {
  const from = Number(query['from'] ?? 0);
  const at = (place: number) =>
    formatRoute({ view: 'search', query: changeQuery(query, { from: place > 0 ? String(place) : undefined }) });
  const [back, on] = query['sort'] === undefined ? ['Newer', 'Older'] : ['Before', 'After'];
  return (
    <nav className="pages" aria-label="Pages">
      {from > 0 && <a href={at(Math.max(0, from - hitsAPage))}>{back}</a>}
      {from + hitsAPage < total && <a href={at(from + hitsAPage)}>{on}</a>}
    </nav>
  );
}

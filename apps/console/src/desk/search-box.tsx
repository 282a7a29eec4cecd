import { type FormEvent, useEffect, useState } from 'react';
import type { Route } from '../route/route.ts';
import { goTo } from '../route/use-route.ts';
import { changeQuery } from './desk-query.ts';

/** The one search box. It looks among all executions, and keeps the chips that are set. */
export function SearchBox({ route }: { readonly route: Route }) {
  const query = route.view === 'search' ? route.query : {};
  const { q = '' } = query;
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);

  function search(event: FormEvent): void {
    event.preventDefault();
    goTo({ view: 'search', query: changeQuery(query, { q: text.trim() || undefined }) });
  }

  return (
    <search className="search-box">
      <form onSubmit={search}>
        <input
          type="search"
          aria-label="Search orders"
          placeholder="Order, customer, SKU, parcel, charge, error …"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}

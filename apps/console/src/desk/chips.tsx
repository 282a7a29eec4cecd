import { Foreign } from '../parts/foreign.tsx';
import { formatRoute } from '../route/route.ts';
import { executionLooks } from '../show/tone.ts';
import { changeQuery, type DeskQuery } from './desk-query.ts';
import type { DeskPage } from './desk-server.ts';

type Facet = 'status' | 'outcome' | 'state';

const facets: readonly { readonly facet: Facet; readonly title: string }[] = [
  { facet: 'status', title: 'Status' },
  { facet: 'outcome', title: 'Outcome' },
  { facet: 'state', title: 'State' },
];

interface ChipsProps {
  readonly query: DeskQuery;
  readonly counts: DeskPage['counts'];
}

/** What the hits can be narrowed down to, each with how many there would be. */
export function Chips({ query, counts }: ChipsProps) {
  return (
    <div className="facets">
      {facets
        .map(({ facet, title }) => ({ facet, title, values: valuesOf(facet, query, counts) }))
        .filter(({ values }) => values.length > 0)
        .map(({ facet, title, values }) => (
          <nav key={facet} className="chips" aria-label={`${title} of the hits`}>
            <span className="muted">{title}</span>
            {values.map(([value, count]) => {
              const set = query[facet] === value;
              return (
                <a
                  key={value}
                  className="chip"
                  href={formatRoute({
                    view: 'search',
                    query: changeQuery(query, { [facet]: set ? undefined : value }),
                  })}
                  {...(set && { 'aria-current': 'true' as const })}
                >
                  {facet === 'status' && value in executionLooks ? (
                    executionLooks[value as keyof typeof executionLooks].words
                  ) : (
                    <Foreign text={value} most={60} />
                  )}{' '}
                  <span className="count">{count}</span>
                </a>
              );
            })}
          </nav>
        ))}
    </div>
  );
}

/** The values of a facet with their counts under the other facets; the one that is set is there whatever its count. */
function valuesOf(facet: Facet, query: DeskQuery, counts: DeskPage['counts']): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  const set = query[facet];
  if (set !== undefined) sums.set(set, 0);
  for (const one of counts) {
    const value = one[facet];
    if (value === null || facets.some(({ facet: other }) => other !== facet && isOther(query[other], one[other])))
      continue;
    sums.set(value, (sums.get(value) ?? 0) + one.count);
  }
  return [...sums];
}

function isOther(set: string | undefined, value: string | null): boolean {
  return set !== undefined && set !== value;
}

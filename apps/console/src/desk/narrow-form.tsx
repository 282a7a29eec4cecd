import type { ChangeEvent } from 'react';
import { goTo } from '../route/use-route.ts';
import { changeQuery, type DeskQuery } from './desk-query.ts';

const kinds = [
  ['', 'Orders and cancellations'],
  ['orders', 'Orders'],
  ['cancellations', 'Cancellations'],
] as const;

const sorts = [
  ['', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['amount', 'Largest total first'],
  ['longest', 'Longest first'],
] as const;

/** Dates, amounts, kind and order of a search. Each takes effect at once. */
export function NarrowForm({ query }: { readonly query: DeskQuery }) {
  const change = (key: string) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
    if (event.target.validity.valid)
      goTo(
        { view: 'search', query: changeQuery(query, { [key]: event.target.value || undefined }) },
        { replace: true },
      );
  };
  const value = (key: string) => query[key] ?? '';
  return (
    <fieldset className="narrow">
      <legend className="visually-hidden">Narrow the search down</legend>
      <label>
        From
        <input type="date" value={value('since')} onChange={change('since')} />
      </label>
      <label>
        To
        <input type="date" value={value('until')} onChange={change('until')} />
      </label>
      <label>
        Total from
        <input type="number" min="0" step="0.01" defaultValue={value('min')} onBlur={change('min')} />
      </label>
      <label>
        to
        <input type="number" min="0" step="0.01" defaultValue={value('max')} onBlur={change('max')} />
      </label>
      <Choice label="Show" options={kinds} value={value('of')} onChange={change('of')} />
      <Choice label="Sort" options={sorts} value={value('sort')} onChange={change('sort')} />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLSelectElement>) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={onChange}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

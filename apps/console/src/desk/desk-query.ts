/** What a search is asked for, as it stands in the address: dates as the reader writes them, amounts in the major unit. */
const deskKeys = [
  'q',
  'of',
  'status',
  'outcome',
  'state',
  'needs',
  'waiting',
  'since',
  'until',
  'ended',
  'min',
  'max',
  'sort',
  'from',
] as const;

export type DeskQuery = Readonly<Record<string, string>>;

/** Reads a search from an address; what it does not know is left out. */
export function readDeskQuery(parameters: URLSearchParams): DeskQuery {
  return Object.fromEntries(
    deskKeys.flatMap((key) => {
      const value = parameters.get(key);
      return value === null || value === '' ? [] : [[key, value]];
    }),
  );
}

/** The query with something changed, from its first page on; `undefined` takes something out. */
export function changeQuery(query: DeskQuery, changed: Readonly<Record<string, string | undefined>>): DeskQuery {
  const { from: _, ...rest } = query;
  return Object.fromEntries(
    Object.entries({ ...rest, ...changed }).filter((entry): entry is [string, string] => !!entry[1]),
  );
}

const dayMs = 24 * 3600 * 1000;

/** What the server is asked: dates are days of the reader, the last one included. */
export function askedOfServer(query: DeskQuery): URLSearchParams {
  const { since, until, ended, ...rest } = query;
  const [first, last, end] = [startOfDay(since), startOfDay(until), startOfDay(ended)];
  return new URLSearchParams({
    ...rest,
    ...(first !== undefined && { since: String(first) }),
    ...(end !== undefined && { ended: String(end) }),
    ...(last !== undefined && { until: String(startOfDay(dateText(last + 1.5 * dayMs)) ?? last) }),
  });
}

/** Midnight of the reader at the beginning of a day, in milliseconds since the epoch. */
export function startOfDay(date: string | undefined): number | undefined {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const at = new Date(`${date}T00:00`).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** The day of the reader in which an instant is: `2026-03-02`. */
export function dateText(at: number): string {
  const date = new Date(at);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

import { describeGiven, describeKey, emailAddressSchema, type Violation } from '@order-workflow/order-domain';
import { type CustomerHash, orderStatusSchema } from '@order-workflow/stage-kit/order-store';
import { type KeyedHash, readPageToken } from '../http/page-token.ts';
import { type ListPlace, type ListQuery, listLimits, listPageSchema } from './list-query.ts';

/** What reads a query: the key of the order store, and the time. */
export interface QueryReading {
  readonly hash: KeyedHash;
  readonly customer: CustomerHash;
  readonly nowMs: number;
}

export type ReadQuery =
  | { readonly kind: 'query'; readonly query: ListQuery; readonly place: ListPlace }
  | { readonly kind: 'violations'; readonly violations: readonly Violation[] };

/** What may be asked for, and besides that nothing. */
const listParameters = ['status', 'since', 'customer', 'limit', 'page'] as const;
type ListParameter = (typeof listParameters)[number];
type Given = Partial<Record<ListParameter, string>>;

/** Before it there was no order store, and so no order to be listed. */
const firstDay = '2026-01-01T00:00:00.000Z';
const dayMs = 24 * 3600 * 1000;

/** Which orders a request asks for, read strictly: what is misspelt or said twice would list others than were meant. */
export function readListQuery(text: string, reading: QueryReading): ReadQuery {
  const { given, violations } = parametersIn(text);
  if (given.page !== undefined) return readPage(given.page, [...violations, ...besidesPage(given)], reading);
  const problem = (field: ListParameter, expected: string) =>
    void violations.push({
      field,
      problem: `${describeGiven(given[field], [fieldName(field)])}, expected ${expected}`,
    });
  const status = orderStatusSchema.safeParse(given.status).data;
  if (given.status !== undefined && !status) problem('status', `one of ${orderStatusSchema.options.join(', ')}`);
  const since = given.since === undefined ? undefined : momentIn(given.since);
  if (given.since !== undefined && !since)
    problem('since', 'a day or a moment, such as 2026-03-01 or 2026-03-01T10:00:00Z, with + written as %2B');
  const limit = given.limit === undefined ? listLimits.usual : Number(/^[1-9]\d{0,2}$/.exec(given.limit)?.[0]);
  if (!(limit <= listLimits.most)) problem('limit', `a whole number of 1 to ${listLimits.most}`);
  const address = emailAddressSchema.safeParse(given.customer).data;
  if (given.customer !== undefined && address === undefined)
    problem('customer', 'an e-mail address, with + written as %2B');
  if (violations.length > 0) return { kind: 'violations', violations };
  const customer = address === undefined ? undefined : reading.customer({ customerEmail: address });
  const usual = customer === undefined ? instantOf(reading.nowMs - listLimits.usualDays * dayMs) : firstDay;
  const from = [since ?? usual, firstDay].toSorted()[1] ?? firstDay;
  const place = customer === undefined ? { day: instantOf(reading.nowMs).slice(0, 10) } : {};
  return { kind: 'query', query: { status, since: from, customer, limit }, place };
}

/** Personal as the field of an order is, so that no message repeats an address. */
const fieldName = (field: ListParameter) => (field === 'customer' ? 'customerEmail' : field);

function parametersIn(text: string): { readonly given: Given; readonly violations: Violation[] } {
  const given: Given = {};
  const violations: Violation[] = [];
  for (const [name, value] of new URLSearchParams(text)) {
    const known = listParameters.find((one) => one === name);
    if (!known) {
      const problem = `${describeKey(name)} is no parameter, expected ${listParameters.join(', ')}`;
      violations.push({ field: 'query', problem });
    } else if (given[known] !== undefined) violations.push({ field: known, problem: 'given twice, expected once' });
    else given[known] = value;
  }
  return { given, violations };
}

function besidesPage(given: Given): readonly Violation[] {
  const problem = 'given beside page, which says it already';
  return listParameters
    .filter((field) => field !== 'page' && given[field] !== undefined)
    .map((field) => ({ field, problem }));
}

function readPage(token: string, violations: readonly Violation[], { hash }: QueryReading): ReadQuery {
  if (violations.length > 0) return { kind: 'violations', violations };
  const page = listPageSchema.safeParse(readPageToken(token, hash)).data;
  if (page) return { kind: 'query', query: page.query, place: page.place };
  const problem = 'not a page of this API, expected the one that `next` of an answer names';
  return { kind: 'violations', violations: [{ field: 'page', problem }] };
}

/** https://www.rfc-editor.org/rfc/rfc3339#section-5.6, or a day of it; undefined where there is no such moment. */
const moment =
  /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/i;

function momentIn(text: string): string | undefined {
  const [, day = ''] = moment.exec(text) ?? [];
  const isDay = Number.isFinite(Date.parse(day)) && instantOf(Date.parse(day)).startsWith(day);
  const milliseconds = Date.parse(text.toUpperCase());
  return isDay && Number.isFinite(milliseconds) ? instantOf(milliseconds) : undefined;
}

function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

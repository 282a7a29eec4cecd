import { createMemoryJournal } from '@order-workflow/asl-engine';
import { describe, expect, it } from 'vitest';
import { type Journaled, journalExecution } from '../../test/journaled.ts';
import { deskHome } from './desk-home.ts';
import { deskIndex } from './desk-index.ts';
import type { DeskQuery } from './desk-query.ts';
import { type DeskPageRequest, searchDesk } from './search-desk.ts';

async function indexOf(...given: readonly Journaled[]) {
  const journal = createMemoryJournal();
  for (const one of given) journalExecution(journal, one);
  const index = deskIndex(journal);
  index.store();
  while (index.progress()) await new Promise((resolve) => setImmediate(resolve));
  return { journal, store: index.store() };
}

const order = (orderId: string, fields: Partial<Journaled> = {}): Journaled => ({
  ...{
    name: `order-${orderId}`,
    input: { orderId, customerEmail: `${orderId}@example.com`, items: [{ sku: 'SKU001' }] },
  },
  ...fields,
});

const record = (orderId: string, outcome: string, amount: number) => ({
  order: { orderId, customerEmail: `${orderId}@example.com`, customerName: 'Anna Ärlich', items: [{ sku: 'SKU-7' }] },
  validation: { attempt: 1, total: { amount, currency: 'EUR' } },
  payment: { chargeId: `ch_${orderId}`, amount: { amount, currency: 'EUR' } },
  shipment: { trackingNumber: `LP${orderId}` },
  ...{ outcome, notification: { notificationId: `order-${orderId}-notice`, status: 'published' } },
});

describe(searchDesk, () => {
  const given = [
    order('1', { output: record('1', 'fulfilled', 1_999) }),
    order('2', { output: record('2', 'refunded', 12_000), startedAt: 2_000 }),
    order('3', {
      ...{ status: 'FAILED', state: 'Refund Payment', error: 'GatewayUnavailable', startedAt: 3_000 },
      cause: JSON.stringify({ errorType: 'GatewayUnavailable', errorMessage: 'The gateway does not answer (503).' }),
    }),
    order('4', { status: 'RUNNING', state: 'Ship Order', startedAt: 4_000 }),
  ];
  const found = async (query: DeskQuery, page: Partial<DeskPageRequest> = {}) => {
    const { store } = await indexOf(...given);
    return searchDesk(store, query, { limit: 50, ...page }).hits.map(({ orderId }) => orderId);
  };

  it.each([
    ['the order’s id', '2@', ['2']],
    ['the execution', 'order-3', ['3']],
    ['the customer’s address', '1@EXAMPLE.com', ['1']],
    ['the customer’s name, whatever its case', 'ärlich', ['2', '1']],
    ['a SKU', 'sku-7', ['2', '1']],
    ['a parcel', 'lp2', ['2']],
    ['a charge', 'ch_1', ['1']],
    ['a notice', 'order-1-notice', ['1']],
    ['an error', 'gatewayunavailable', ['3']],
    ['words of a cause', 'answer gateway', ['3']],
    ['words that stand together', '"does not answer"', ['3']],
    ['nothing, where one word is missing', 'gateway parcel', []],
    ['a percent sign as it stands', '%', []],
  ])('finds by %s', async (_, words, ids) => {
    expect(await found({ words })).toEqual(ids);
  });

  it.each<[string, DeskQuery, readonly string[]]>([
    ['status', { status: 'RUNNING' }, ['4']],
    ['outcome', { outcome: 'refunded' }, ['2']],
    ['state', { state: 'Refund Payment' }, ['3']],
    ['date', { since: 2_000, until: 4_000 }, ['3', '2']],
    ['amount, in the major unit', { min: 20, max: 120 }, ['2']],
    ['need', { needsPerson: true }, ['3']],
    ['end', { endedSince: 2_500 }, ['3', '2']],
    ['wait', { waitingSince: 4_011 }, ['4']],
  ])('filters by %s', async (_, query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  it('sorts, and goes on where a page ended', async () => {
    expect(await found({}, { sort: 'oldest' })).toEqual(['1', '2', '3', '4']);
    expect((await found({}, { sort: 'amount' })).slice(0, 2)).toEqual(['2', '1']);
    expect((await found({}, { sort: 'longest' }))[0]).toBe('4');
    expect(await found({}, { limit: 2, from: 2 })).toEqual(['2', '1']);
  });

  it('counts for each chip what the rest of the query finds, and the hits under all of it', async () => {
    const { store } = await indexOf(...given);
    const { total, counts } = searchDesk(store, { words: 'example', status: 'SUCCEEDED' }, { limit: 1 });
    expect(total).toBe(2);
    expect(counts).toContainEqual({ status: 'FAILED', outcome: null, state: 'Refund Payment', count: 1 });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  it('asks the index twice and takes a page from it, though 5,000 executions are found', async () => {
    const { store } = await indexOf(...Array.from({ length: 5_000 }, (_, number) => order(`n${number}`)));
    const asked: number[] = [];
    const watched: typeof store = {
      ...store,
      all: (...question) => noted(store.all(...question)),
      entries: (...question) => noted(store.entries(...question)),
    };
    function noted<Row>(rows: readonly Row[]): readonly Row[] {
      asked.push(rows.length);
      return rows;
    }
    expect(searchDesk(watched, { words: 'sku001' }, { limit: 50, from: 4_000 }).total).toBe(5_000);
    expect(asked).toEqual([1, 50]);
  });
});

describe(deskHome, () => {
  const times = { now: 100_000, midnight: 50_000 };

  it('shows what needs a person by state, oldest first, and whether it can be redriven', async () => {
    const { store, journal } = await indexOf(
      order('late', { status: 'FAILED', state: 'Park Notice', startedAt: 9_000 }),
      order('early', { status: 'TIMED_OUT', state: 'Refund Payment', startedAt: 8_000 }),
      order('later', { status: 'FAILED', state: 'Refund Payment', startedAt: 9_500 }),
    );
    const { needs } = deskHome(store, journal, times);
    expect(needs.map(({ state, count, oldest }) => [state, count, oldest.map(({ orderId }) => orderId)])).toEqual([
      ['Refund Payment', 2, ['early', 'later']],
      ['Park Notice', 1, ['late']],
    ]);
    const old = deskHome(store, journal, { now: 100_000 + 15 * 24 * 3_600_000, midnight: 0 });
    expect(old.needs[0]?.oldest[0]?.notRedrivable).toMatch(/\S/);
  });

  it('asks nobody for what a cancellation stopped or undid, or a later attempt has settled', async () => {
    const failed = { status: 'FAILED', state: 'Refund Payment' } as const;
    const { store, journal } = await indexOf(
      order('stopped', { status: 'ABORTED', error: 'OrderCancelled' }),
      order('undone', failed),
      order('undone', { name: 'cancel-undone', cancels: true, output: { outcome: 'cancelled' } }),
      order('again', failed),
      order('again', { name: 'order2-again', output: { outcome: 'fulfilled' } }),
      order('double', failed),
      order('double', { name: 'order2-double', output: { outcome: 'duplicate' } }),
      order('both', failed),
      order('both', { ...failed, name: 'cancel-both', cancels: true }),
    );
    const { needs } = deskHome(store, journal, times);
    expect(needs.flatMap(({ oldest }) => oldest.map(({ name }) => name)).sort()).toEqual([
      'cancel-both',
      'order-both',
      'order-double',
    ]);
  });

  it('counts what runs, what has waited for a minute, and what came of orders since midnight', async () => {
    const { store, journal } = await indexOf(
      order('long', { status: 'RUNNING', startedAt: 30_000 }),
      order('short', { status: 'RUNNING', startedAt: 99_000 }),
      order('yesterday', { output: { outcome: 'fulfilled' }, stoppedAt: 49_999 }),
      order('today', { output: { outcome: 'fulfilled' }, stoppedAt: 50_000 }),
      order('today', { name: 'cancel-today', cancels: true, output: { outcome: 'cancelled' }, stoppedAt: 60_000 }),
    );
    const { running, waiting, today } = deskHome(store, journal, times);
    expect(running).toBe(2);
    expect([waiting.count, waiting.oldest.map(({ orderId }) => orderId)]).toEqual([1, ['long']]);
    expect(today.toSorted((one, other) => (one.of < other.of ? -1 : 1))).toEqual([
      { of: 'cancellations', status: 'SUCCEEDED', outcome: 'cancelled', count: 1 },
      { of: 'orders', status: 'SUCCEEDED', outcome: 'fulfilled', count: 1 },
    ]);
  });
});

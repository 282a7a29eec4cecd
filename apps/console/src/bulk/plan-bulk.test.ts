import { describe, expect, it } from 'vitest';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { collectHits } from './collect-hits.ts';
import { planBulk } from './plan-bulk.ts';
import { type BulkResult, runBulk } from './run-bulk.ts';

const entry = (orderId: string | undefined, fields: Partial<DeskEntry> = {}): DeskEntry => ({
  ...{ executionArn: `arn:${orderId}:${fields.name ?? ''}`, name: `order-${orderId}`, of: 'orders', status: 'FAILED' },
  ...{ failures: 0, startedAt: 0, redriveCount: 0, money: '', parcel: '' },
  ...(orderId !== undefined && { orderId }),
  ...fields,
});
const plan = (...args: Parameters<typeof planBulk>) =>
  planBulk(...args).map(({ entry: { orderId }, call, left }) => [orderId, call?.kind ?? left]);

describe(planBulk, () => {
  it('redrives what ended where it can go on, and says of each other why not', () => {
    const hits = [
      entry('failed'),
      entry('timed-out', { status: 'TIMED_OUT' }),
      entry('stopped', { status: 'ABORTED' }),
      entry('runs', { status: 'RUNNING' }),
      entry('fine', { status: 'SUCCEEDED' }),
      entry('cancelled', { status: 'ABORTED', error: 'OrderCancelled' }),
      entry('old', { notRedrivable: 'ended more than 14 days ago' }),
    ];
    expect(plan('redrive', hits, [])).toEqual([
      ['failed', 'redrive'],
      ['timed-out', 'redrive'],
      ['stopped', 'redrive'],
      ['runs', 'still runs'],
      ['fine', 'has succeeded'],
      ['cancelled', 'was stopped by the cancellation of its order'],
      ['old', 'ended more than 14 days ago'],
    ]);
  });

  it('cancels each order once that may hold something', () => {
    const hits = [
      entry('failed'),
      entry('failed', { name: 'another execution of it' }),
      entry('runs', { status: 'RUNNING' }),
      entry('fulfilled', { status: 'SUCCEEDED', outcome: 'fulfilled' }),
      entry('declined', { status: 'SUCCEEDED', outcome: 'declined' }),
      entry('again', { status: 'SUCCEEDED', outcome: 'duplicate' }),
      entry('being', { status: 'ABORTED', error: 'OrderCancelled' }),
      entry('cancelling', { of: 'cancellations', status: 'RUNNING' }),
      entry('stuck', { of: 'cancellations', status: 'FAILED' }),
      entry(undefined),
    ];
    expect(plan('cancel', hits, [])).toEqual([
      ['failed', 'cancel'],
      ['failed', 'its order stands above'],
      ['runs', 'cancel'],
      ['fulfilled', 'cancel'],
      ['declined', 'declined: holds nothing'],
      ['again', 'duplicate: holds nothing'],
      ['being', 'is being cancelled, or has been'],
      ['cancelling', 'is a cancellation itself'],
      ['stuck', 'cancel'],
      [undefined, 'has no order id that can be known'],
    ]);
  });

  it('replays the notices that wait of an order, all of them at once', () => {
    const parked = [{ messageId: 'm1', orderId: 'a' }, { messageId: 'm2' }, { messageId: 'm3', orderId: 'a' }];
    const [first, ...rest] = planBulk('replay', [entry('a'), entry('a', { name: 'x' }), entry('b')], parked);
    expect(first?.call).toEqual({ kind: 'replay', messageIds: ['m1', 'm3'] });
    expect(rest.map(({ left }) => left)).toEqual(['its order stands above', 'no notice of it waits']);
  });
});

describe(runBulk, () => {
  it('tells of each what came of it, goes on after a refusal, and begins nothing once it is told to stop', async () => {
    const rows = planBulk(
      'redrive',
      ['a', 'b', 'c', 'd'].map((id) => entry(id, id === 'b' ? { status: 'RUNNING' } : {})),
      [],
    );
    const stopping = new AbortController();
    const told: [number, BulkResult][] = [];
    const does = async (call: object) => {
      if ('executionArn' in call && call.executionArn === 'arn:a:') throw new Error('ExecutionNotRedrivable');
      stopping.abort();
      return 'redriven';
    };
    await runBulk(rows, does, (row, result) => void told.push([row, result]), stopping.signal);
    expect(told).toEqual([
      [0, { done: false, words: 'ExecutionNotRedrivable' }],
      [2, { done: true, words: 'redriven' }],
    ]);
  });
});

describe(collectHits, () => {
  it('reads every page of what the search found from its first on, and no execution twice', async () => {
    const all = Array.from({ length: 120 }, (_, each) => entry(`${each}`));
    const asked: string[] = [];
    const found = await collectHits({ q: 'x', from: '50' }, async (parameters) => {
      asked.push(String(parameters));
      // One that ended meanwhile moves what follows it by one.
      const from = Math.max(0, Number(parameters.get('from') ?? 0) - asked.length + 1);
      return { hits: all.slice(from, from + 50), total: 120, counts: [] };
    });
    expect(asked).toEqual(['q=x', 'q=x&from=50', 'q=x&from=100']);
    expect(found.map(({ orderId }) => orderId)).toEqual(all.map(({ orderId }) => orderId));
  });

  it('stops at as many as anybody looks through', async () => {
    let reads = 0;
    const found = await collectHits({}, async () => ({
      hits: Array.from({ length: 50 }, (_, each) => entry(`${reads} ${each}`, { name: String(reads++) })),
      ...{ total: 9_999, counts: [] },
    }));
    expect([found.length, reads]).toEqual([500, 500]);
  });
});

import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import type { Attempt } from './attempts.ts';
import { checkStore, readStored, type StoredOrder } from './check-store.ts';

const order = anOrder().with({ orderId: '1' }).build();
const last: Attempt = { number: 2, name: 'two', order, record: { outcome: 'fulfilled' } };
const text = (S: string) => ({ S });

/** The item of an order that was fulfilled in its second attempt, as the table has it. */
const item = readStored({
  ...{ orderId: text('1'), ownerId: text('arn:two'), attempt: { N: '2' }, status: text('fulfilled') },
  fingerprints: { L: [text('a'), text('b')] },
  record: text(JSON.stringify({ attempt: 2, order })),
  notice: { M: { id: text('order-1.2-notice-fulfilled'), sequence: { N: '2' }, state: text('sent') } },
});

function check(changes: Partial<StoredOrder>, held = 3_998, sequence = '2', attempt = last) {
  const attributes = { notificationId: 'order-1.2-notice-fulfilled', sequence };
  return checkStore('1', {
    item: { ...item, ...changes },
    attempts: [attempt],
    books: { charges: [], held, shipments: [], standing: [] },
    arnOf: (name) => `arn:${name}`,
    notices: [{ subject: '', text: '', attributes }],
    ...{ leftBy: [], came: true },
  });
}

describe(checkStore, () => {
  it('finds nothing where the store says what the books say', () => {
    expect(check({})).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['the store says fulfilled, the books 0', check({}, 0)],
    ['the store says open, the record fulfilled', check({ status: 'open' })],
    ['the store has attempt 1 of 2', check({ attempt: 1 })],
    ['the store names the owner', check({ ownerId: 'arn:one' })],
    ['the store knows what each attempt asked for', check({ fingerprints: ['b'] })],
    ['the store keeps what an undo must know', check({ record: '{"attempt":2,"order":{}}' })],
    ['the store knows the notice', check({ notice: { id: 'other', sequence: 2, state: 'sent' } })],
    ['the notice has the number of the store', check({}, 3_998, '1')],
  ])('notices a promise that is not kept: %s', (promise, found) => {
    expect(found.join('\n')).toContain(`1: not kept: ${promise}`);
  });

  it('notices an order that the store does not have', () => {
    const books = { charges: [], held: 0, shipments: [], standing: [] };
    const checks = { item: undefined, attempts: [last], books, arnOf: String, notices: [], leftBy: [], came: true };
    expect(checkStore('1', checks)).toEqual([
      '1: not kept: the store has the order, and an execution made its attempt',
    ]);
  });

  it('takes the cancellation for the owner that ended the order, and no other', () => {
    const cancelled: Attempt = { ...last, record: { outcome: 'fulfilled' }, takenOver: { times: 2, by: ['arn:c2'] } };
    const of = (ownerId: string) => check({ ownerId }, 3_998, '2', cancelled).join();
    expect(of('arn:c2')).toBe('');
    expect(of('arn:two')).toContain('the store names the owner');
    expect(of('arn:c1')).toContain('the store names the owner');
  });

  describe('of an order that was cancelled before it came', () => {
    const none = { charges: [], held: 0, shipments: [], standing: [] };
    const { notice: _, ...nothing } = {
      ...item,
      ...{ attempt: 0, status: 'cancelled', ownerId: 'arn:c', fingerprints: [] },
    };
    const checks = {
      item: nothing,
      attempts: [],
      books: none,
      arnOf: String,
      notices: [],
      leftBy: ['arn:c'],
      came: true,
    };
    const shipment = { shipmentId: 'sh_1', key: 'order-1-ship', status: 'blocked' } as const;

    it('finds nothing where nothing is there but the cancellation', () => {
      expect(checkStore('1', checks)).toEqual([]);
      expect(checkStore('1', { ...checks, item: undefined, leftBy: [], came: false })).toEqual([]);
    });

    it.each([
      ['is not kept', { ...checks, item: undefined, came: false }],
      ['is somebody else’s', { ...checks, leftBy: ['arn:d'] }],
      ['is open', { ...checks, item: { ...nothing, status: 'open' } }],
      ['has something at the carrier', { ...checks, books: { ...none, shipments: [shipment] } }],
      ['was told of', { ...checks, notices: [{ subject: '', text: '', attributes: {} }] }],
    ])('notices one that %s', (_, wrong) => {
      expect(checkStore('1', wrong)).toEqual(['1: not kept: an order that is cancelled before it comes is nothing']);
    });
  });
});

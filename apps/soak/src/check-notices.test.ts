import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import type { Attempt, AttemptBooks } from './attempts.ts';
import { checkNotices, type ToldNotice } from './check-notices.ts';

const order = anOrder().with({ orderId: '1' }).build();
const nothing: AttemptBooks = { charges: [], held: 0, shipments: [], standing: [] };
const parcel = { shipmentId: 'sh_1', key: 'order-1.2-ship', status: 'booked' } as const;
const fulfilled: AttemptBooks = { ...nothing, held: 3_998, shipments: [parcel], standing: [parcel] };

const told = (attempt: number, outcome: string, sequence: number, books: AttemptBooks): ToldNotice => {
  const notificationId = `order-1${attempt === 1 ? '' : `.${attempt}`}-notice-${outcome}`;
  const attributes = { orderId: '1', notificationId, outcome, sequence: String(sequence) };
  return { message: { subject: '', text: '', attributes }, books, effects: 0, item: undefined };
};
const check = (notices: readonly ToldNotice[], of: readonly Attempt[] = attempts, effects = 0) =>
  checkNotices('1', notices, of, () => effects);
const declined = told(1, 'declined', 1, nothing);
const sent = told(2, 'fulfilled', 2, fulfilled);
const attempts: Attempt[] = [
  { number: 1, name: 'one', order, record: { outcome: 'declined' } },
  { number: 2, name: 'two', order, record: { outcome: 'fulfilled' } },
];

describe(checkNotices, () => {
  it('finds nothing where the customer was told of each end as it was, also twice, and of an earlier one later', () => {
    expect(check([declined, declined, sent])).toEqual([]);
    expect(check([sent, declined])).toEqual([]);
  });

  describe('of a refund that is on its way', () => {
    const money = { amount: 3_998, currency: 'EUR' } as const;
    const charge = { chargeId: 'ch_1', key: 'order-1-charge', amount: money, failedRefunds: 0 } as const;
    const said = (status: 'charged' | 'refunding', failedRefunds = 0): ToldNotice => {
      const one = told(1, 'refunded', 1, {
        ...nothing,
        charges: [{ ...charge, status, failedRefunds }],
        held: 3_998,
      });
      return { ...one, message: { ...one.message, text: 'The refund of 39.98 EUR is on its way.' } };
    };
    const refunded: Attempt[] = [{ number: 1, name: 'one', order, record: { outcome: 'refunded' } }];

    it('finds nothing where the gateway has taken the refund, also if it gave it up since, and something where it has not', () => {
      expect(check([said('refunding')], refunded)).toEqual([]);
      expect(check([said('charged', 1)], refunded)).toEqual([]);
      expect(check([said('charged')], refunded).join('\n')).toContain('a notice is true when it is sent');
    });
  });

  it.each<[string, readonly ToldNotice[]]>([
    ['a notice is true when it is sent', [declined, told(2, 'fulfilled', 2, { ...fulfilled, held: 0 })]],
    ['a notice is true when it is sent', [declined, told(2, 'fulfilled', 2, { ...fulfilled, standing: [] })]],
    ['a notice is true when it is sent', [told(1, 'declined', 1, fulfilled), sent]],
    ['the last notice is how the order stands', [declined]],
    ['the last notice is how the order stands', [told(1, 'declined', 3, nothing), sent]],
    ['a notice has one number', [declined, sent, told(2, 'fulfilled', 3, fulfilled)]],
    ['no two notices have one number', [told(1, 'declined', 2, nothing), sent]],
  ])('notices a promise that is not kept: %s', (promise, notices) => {
    expect(check(notices).join('\n')).toContain(`1: not kept: ${promise}`);
  });

  describe('of an order that was cancelled', () => {
    const takenOver = { times: 1, by: ['c'] };
    const taken = (outcome: string, times = 1): Attempt[] => [
      {
        number: 1,
        name: 'c',
        order,
        record: { outcome, takeover: { worker: 'one' } },
        takenOver: { ...takenOver, times },
      },
    ];
    const cancelled = told(1, 'cancelled', 2, nothing);
    const { message } = told(1, 'fulfilled', 2, { ...fulfilled, standing: [parcel] });
    const notCancelled = (sequence: number): ToldNotice => ({
      ...told(1, 'fulfilled', sequence, fulfilled),
      message: {
        ...message,
        attributes: {
          ...message.attributes,
          notificationId: 'order-1-notice-not-cancelled',
          sequence: String(sequence),
        },
      },
    });
    const item = { orderId: '1', ownerId: 'c', attempt: 1, fingerprints: [], record: '{}' };
    /** What the order's own execution had come to is published while it is undone, or after. */
    const overtaken = (status: string): ToldNotice => ({
      ...told(1, 'fulfilled', 1, nothing),
      item: { ...item, status, ...(status === 'cancelled' && { notice: { id: '', sequence: 2, state: 'sent' } }) },
    });

    it('finds nothing where it was told last that it is cancelled, whatever was on its way then', () => {
      for (const first of [told(1, 'fulfilled', 1, fulfilled), overtaken('cancelling')])
        expect(check([first, cancelled], taken('cancelled'))).toEqual([]);
      expect(check([cancelled, overtaken('cancelled')], taken('cancelled'))).toEqual([]);
    });

    it('finds nothing where it was told that it stands, once for each cancellation in vain', () => {
      expect(check([told(1, 'fulfilled', 1, fulfilled), notCancelled(2)], taken('fulfilled'))).toEqual([]);
      expect(check([notCancelled(2), notCancelled(3)], taken('fulfilled', 2))).toEqual([]);
    });

    it.each<[string, readonly ToldNotice[], string, number]>([
      ['the last notice is how the order stands', [overtaken('cancelling')], 'cancelled', 0],
      ['the last notice is how the order stands', [cancelled, told(1, 'fulfilled', 3, fulfilled)], 'cancelled', 0],
      ['the last notice is how the order stands', [told(1, 'fulfilled', 1, fulfilled)], 'fulfilled', 0],
      ['a notice is true when it is sent', [overtaken('open'), cancelled], 'cancelled', 0],
      ['a notice is true when it is sent', [told(1, 'cancelled', 1, { ...nothing, held: 3_998 })], 'cancelled', 0],
      ['a notice has one number', [notCancelled(2), notCancelled(3)], 'fulfilled', 0],
      ['a cancelled order stays cancelled', [cancelled], 'cancelled', 1],
    ])('notices a promise that is not kept: %s', (promise, notices, outcome, effects) => {
      expect(check(notices, taken(outcome), effects).join('\n')).toContain(`1: not kept: ${promise}`);
    });
  });
});

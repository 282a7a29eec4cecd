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
  return { message: { subject: '', text: '', attributes }, books };
};
const declined = told(1, 'declined', 1, nothing);
const sent = told(2, 'fulfilled', 2, fulfilled);
const attempts: Attempt[] = [
  { number: 1, name: 'one', order, record: { outcome: 'declined' } },
  { number: 2, name: 'two', order, record: { outcome: 'fulfilled' } },
];

describe(checkNotices, () => {
  it('finds nothing where the customer was told of each end as it was, also twice, and of an earlier one later', () => {
    expect(checkNotices('1', [declined, declined, sent], attempts)).toEqual([]);
    expect(checkNotices('1', [sent, declined], attempts)).toEqual([]);
  });

  describe('of a refund that is on its way', () => {
    const money = { amount: 3_998, currency: 'EUR' } as const;
    const charge = { chargeId: 'ch_1', key: 'order-1-charge', amount: money, failedRefunds: 0 } as const;
    const said = (status: 'charged' | 'refunding'): ToldNotice => {
      const { message, books } = told(1, 'refunded', 1, { ...nothing, charges: [{ ...charge, status }], held: 3_998 });
      return { message: { ...message, text: 'The refund of 39.98 EUR is on its way.' }, books };
    };
    const refunded: Attempt[] = [{ number: 1, name: 'one', order, record: { outcome: 'refunded' } }];

    it('finds nothing where the gateway has taken the refund, and something where it has not', () => {
      expect(checkNotices('1', [said('refunding')], refunded)).toEqual([]);
      expect(checkNotices('1', [said('charged')], refunded).join('\n')).toContain('a notice is true when it is sent');
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
    expect(checkNotices('1', notices, attempts).join('\n')).toContain(`1: not kept: ${promise}`);
  });
});

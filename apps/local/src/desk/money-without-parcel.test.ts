import { describe, expect, it } from 'vitest';
import { moneyWithoutParcel, type SeenTo } from './money-without-parcel.ts';

const charge = (id: string, status: 'charged' | 'refunded' | 'refunding' = 'charged', amount = 1_999) => ({
  ...{ chargeId: `ch_${id}`, key: `order-${id}-charge`, status, failedRefunds: 0 },
  amount: { amount, currency: 'EUR' as const },
});
const sent = (...ids: readonly string[]) => ids.map((id) => ({ key: `order-${id}-ship` }));
const by = (standing: Readonly<Record<string, SeenTo>>) => (orderId: string) => standing[orderId] ?? 'nobody';

describe(moneyWithoutParcel, () => {
  it('reads 0.00 while each charge has its parcel, or went back', () => {
    const books = moneyWithoutParcel([charge('1'), charge('2', 'refunded')], sent('1'), by({}));
    expect(books).toEqual({ held: ['0.00'], underWay: [], charges: [] });
  });

  it('counts what nobody sees to, and what waits for a person, by currency', () => {
    const dollars = { ...charge('3'), amount: { amount: 500, currency: 'USD' as const } };
    const books = moneyWithoutParcel([charge('1'), charge('2'), dollars], [], by({ 2: 'person' }));
    expect(books.held).toEqual(['39.98 EUR', '5.00 USD']);
    expect(books.charges.map(({ orderId, seenTo }) => [orderId, seenTo])).toEqual([
      ['1', 'nobody'],
      ['2', 'person'],
      ['3', 'nobody'],
    ]);
  });

  it('tells orders apart that are under way, of which some are between payment and shipping', () => {
    const books = moneyWithoutParcel(
      [charge('1'), charge('2', 'refunding')],
      [],
      by({ 1: 'under-way', 2: 'under-way' }),
    );
    expect(books).toMatchObject({ held: ['0.00'], underWay: ['39.98 EUR'] });
  });

  it('does not take the parcel of another attempt for this one’s', () => {
    const second = { ...charge('1'), key: 'order-1.2-charge' };
    expect(moneyWithoutParcel([second], sent('1'), by({})).held).toEqual(['19.99 EUR']);
    expect(moneyWithoutParcel([second], sent('1.2'), by({})).held).toEqual(['0.00']);
  });

  it('sees money under a key that is no order’s', () => {
    const [loose] = moneyWithoutParcel([{ ...charge('1'), key: 'gift' }], sent('1'), by({ 1: 'under-way' })).charges;
    expect(loose).toEqual({ chargeId: 'ch_1', key: 'gift', amount: '19.99 EUR', seenTo: 'nobody' });
  });
});

import { describe, expect, it } from 'vitest';
import { formatMoney, moneySchema, sameMoney, sumMoney, timesMoney } from './money.ts';

const euro = (amount: number) => ({ amount, currency: 'EUR' });

describe(formatMoney, () => {
  it.each([
    [0, 'EUR', '0.00 EUR'],
    [5, 'EUR', '0.05 EUR'],
    [50, 'EUR', '0.50 EUR'],
    [3998, 'EUR', '39.98 EUR'],
    [500, 'JPY', '500 JPY'],
    [0, 'JPY', '0 JPY'],
    [1250, 'KWD', '1.250 KWD'],
    [7, 'KWD', '0.007 KWD'],
    [12345, 'CLF', '1.2345 CLF'],
    [Number.MAX_SAFE_INTEGER, 'EUR', '90071992547409.91 EUR'],
    [-0, 'EUR', '0.00 EUR'],
  ])('writes %i minor units of %s as "%s"', (amount, currency, text) => {
    expect(formatMoney({ amount, currency })).toBe(text);
  });

  it('does not guess the digits of a currency that it does not know', () => {
    expect(() => formatMoney({ amount: 1, currency: 'XYZ' })).toThrow(RangeError);
  });
});

describe(sumMoney, () => {
  it('is nothing when there is nothing to sum', () => {
    expect(sumMoney([], 'EUR')).toEqual(euro(0));
  });

  it('refuses to add two currencies', () => {
    expect(() => sumMoney([euro(1), { amount: 1, currency: 'USD' }], 'EUR')).toThrow('cannot add USD to EUR');
  });

  it('refuses a sum that is no longer exact', () => {
    expect(() => sumMoney([euro(Number.MAX_SAFE_INTEGER), euro(1)], 'EUR')).toThrow(RangeError);
  });
});

describe(timesMoney, () => {
  it('multiplies in minor units, where 0.1 + 0.2 is 0.3', () => {
    expect(timesMoney(euro(10), 3)).toEqual(euro(30));
  });

  it.each([0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER])(
    'refuses a factor of %d',
    (factor) => {
      expect(() => timesMoney(euro(3), factor)).toThrow(RangeError);
    },
  );
});

describe(sameMoney, () => {
  it('needs both the amount and the currency to be the same', () => {
    expect(sameMoney(euro(1), euro(1))).toBe(true);
    expect(sameMoney(euro(1), euro(2))).toBe(false);
    expect(sameMoney(euro(1), { amount: 1, currency: 'USD' })).toBe(false);
  });
});

describe('moneySchema', () => {
  it.each([-1, 1.5, 2 ** 53, '1', null])('refuses an amount of %j', (amount) => {
    expect(moneySchema.safeParse({ amount, currency: 'EUR' }).success).toBe(false);
  });
});

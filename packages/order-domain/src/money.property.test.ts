import fc from 'fast-check';
import { expect, it } from 'vitest';
import { currencies, currencyExponent } from './currency.ts';
import { formatMoney, type Money, moneySchema, sumMoney, timesMoney } from './money.ts';

const currency = fc.constantFrom(...currencies);
const amount = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const smallAmount = fc.nat({ max: 2 ** 40 });

it('writes every amount so that it can be read back exactly', () => {
  fc.assert(
    fc.property(amount, currency, (given, code) => {
      const [digits = '', written] = formatMoney({ amount: given, currency: code }).split(' ');
      const [whole = '', fraction = ''] = digits.split('.');
      expect(written).toBe(code);
      expect(fraction).toHaveLength(currencyExponent(code));
      expect(whole).toMatch(/^(0|[1-9]\d*)$/);
      expect(BigInt(whole + fraction)).toBe(BigInt(given));
    }),
  );
});

it('sums as whole numbers of any size do, and in any order', () => {
  fc.assert(
    fc.property(fc.array(smallAmount, { maxLength: 100 }), currency, (amounts, code) => {
      const money: Money[] = amounts.map((one) => ({ amount: one, currency: code }));
      const exact = amounts.reduce((sum, one) => sum + BigInt(one), 0n);
      expect(BigInt(sumMoney(money, code).amount)).toBe(exact);
      expect(sumMoney(money.toReversed(), code)).toEqual(sumMoney(money, code));
      expect(moneySchema.safeParse(sumMoney(money, code)).success).toBe(true);
    }),
  );
});

it('multiplies exactly or not at all', () => {
  fc.assert(
    fc.property(amount, fc.nat({ max: 1_000_000 }), currency, (given, factor, code) => {
      const exact = BigInt(given) * BigInt(factor);
      const multiply = () => timesMoney({ amount: given, currency: code }, factor);
      if (exact > BigInt(Number.MAX_SAFE_INTEGER)) expect(multiply).toThrow(RangeError);
      else expect(BigInt(multiply().amount)).toBe(exact);
    }),
  );
});

it('gives the same for a quantity as for that many sums', () => {
  fc.assert(
    fc.property(smallAmount, fc.integer({ min: 0, max: 200 }), currency, (given, quantity, code) => {
      const one = { amount: given, currency: code };
      expect(timesMoney(one, quantity)).toEqual(sumMoney(Array(quantity).fill(one), code));
    }),
  );
});

import * as z from 'zod/mini';
import { type Currency, currencyExponent, currencySchema } from './currency.ts';

/** An amount in the minor units of its currency: `{ amount: 3998, currency: 'EUR' }` is 39.98 euro. Never a fraction. */
export interface Money {
  /** Integer of minor units, 0 to 2^53 − 1. */
  readonly amount: number;
  readonly currency: Currency;
}

export const moneySchema = z.object({
  amount: z.int().check(z.minimum(0)),
  currency: currencySchema,
});

/** The sum of amounts in one currency; no amounts sum to zero. Throws a RangeError for mixed currencies or an unsafe sum. */
export function sumMoney(amounts: readonly Money[], currency: Currency): Money {
  let sum = 0;
  for (const money of amounts) {
    if (money.currency !== currency) throw new RangeError(`money: cannot add ${money.currency} to ${currency}`);
    sum = safe(sum + money.amount);
  }
  return { amount: sum, currency };
}

/** An amount, so many times. Throws a RangeError when the product is no longer an exact integer. */
export function timesMoney(money: Money, factor: number): Money {
  return { amount: safe(money.amount * factor), currency: money.currency };
}

export function sameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}

/** Plain text with the digits of its currency: `39.98 EUR`, `500 JPY`, `1.250 KWD`. ASCII only, the same on every machine. */
export function formatMoney({ amount, currency }: Money): string {
  const exponent = currencyExponent(currency);
  if (exponent === 0) return `${amount} ${currency}`;
  const digits = String(amount).padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)} ${currency}`;
}

function safe(amount: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`money: ${amount} is not a safe amount`);
  return amount;
}

import { describe, expect, it } from 'vitest';
import { currencies, currencyExponent, currencySchema } from './currency.ts';

/** Where Unicode's data, which Intl reads, has left the minor unit of ISO 4217, since its coins are no longer used. */
const coinsOutOfUse = new Set('AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' '));

function digitsByIntl(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}

describe(currencyExponent, () => {
  it.each(currencies.filter((code) => !coinsOutOfUse.has(code)))('gives %s the digits that Intl gives it', (code) => {
    expect(currencyExponent(code)).toBe(digitsByIntl(code));
  });

  it.each([...coinsOutOfUse])('keeps the minor unit of ISO 4217 for %s, although its coins are out of use', (code) => {
    expect(digitsByIntl(code)).toBe(0);
    expect(currencyExponent(code)).toBe(code === 'IQD' ? 3 : 2);
  });

  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('gives %s %i digits', (code, digits) => {
    expect(currencyExponent(code)).toBe(digits);
  });

  it.each(['', 'eur', 'XXX', 'EURO', '__proto__', 'constructor'])('refuses %j by name', (code) => {
    expect(() => currencyExponent(code)).toThrow(new RangeError(`currency: "${code}" is not an ISO 4217 code`));
  });
});

describe('currencies', () => {
  it('lists each code once, in order, as three capitals', () => {
    expect(currencies).toEqual([...new Set(currencies)].sort());
    for (const code of currencies) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  it('has what is used today: the Caribbean guilder, not the Antillean; the euro, not the lev', () => {
    expect(currencies).toEqual(expect.arrayContaining(['XCG', 'ZWG', 'EUR', 'VES']));
    for (const gone of ['ANG', 'BGN', 'HRK', 'CUC', 'ZWL', 'DEM']) expect(currencies).not.toContain(gone);
  });

  it('are what the schema accepts, and nothing else', () => {
    for (const code of currencies) expect(currencySchema.safeParse(code).success).toBe(true);
    for (const other of ['euro', '€', 'ZZZ', '', 978, null])
      expect(currencySchema.safeParse(other).success).toBe(false);
  });

  it('are read in small letters too, as payment providers write them', () => {
    for (const code of currencies) expect(currencySchema.parse(` ${code.toLowerCase()}`)).toBe(code);
  });
});

import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { aProduct, catalogOf } from '../testing/catalog-of.ts';
import { offeredInCurrency } from './offered-in-currency.ts';

const catalog = catalogOf(aProduct({ prices: { EUR: 1999, JPY: 3300 } }));

describe('offeredInCurrency', () => {
  it.each(['default', 'EUR', 'JPY'])('is content with %s', (currency) => {
    expect(offeredInCurrency(aBasket({}, { currency }), catalog)).toEqual([]);
  });

  it.each(['USD', 'constructor'])('names the currencies that there are when asked for %s', (currency) => {
    expect(offeredInCurrency(aBasket({}, { currency }), catalog)).toEqual([
      { field: 'items[0].sku', problem: `Cup (CUP) has no price in ${currency}, only in EUR, JPY` },
    ]);
  });

  it('looks for the default currency when the order names none', () => {
    const onlyYen = catalogOf(aProduct({ prices: { JPY: 3300 } }));
    expect(offeredInCurrency(aBasket(), onlyYen)).toEqual([
      { field: 'items[0].sku', problem: 'Cup (CUP) has no price in EUR, only in JPY' },
    ]);
  });

  it('is silent about a currency that could not be read, and about a product that nobody knows', () => {
    expect(offeredInCurrency({ lines: aBasket().lines }, catalog)).toEqual([]);
    expect(offeredInCurrency(aBasket({ sku: 'NOPE' }, { currency: 'USD' }), catalog)).toEqual([]);
  });
});

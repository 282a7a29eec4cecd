import { describe, expect, it } from 'vitest';
import { priceLines } from './price-lines.ts';
import { aBasket } from './testing/a-basket.ts';
import { aProduct, catalogOf } from './testing/catalog-of.ts';

const catalog = catalogOf(aProduct({ prices: { EUR: 1999, JPY: 3300 } }));

describe(priceLines, () => {
  it('prices a line by the piece, and weighs it', () => {
    expect(priceLines(aBasket({ quantity: 2 }), catalog)).toEqual({
      lines: [
        {
          sku: 'CUP',
          title: 'Cup',
          quantity: 2,
          unitPrice: { amount: 1999, currency: 'EUR' },
          price: { amount: 3998, currency: 'EUR' },
          unitWeight: 320,
        },
      ],
      total: { amount: 3998, currency: 'EUR' },
      weight: 640,
    });
  });

  it('prices in the currency of the order', () => {
    expect(priceLines(aBasket({ quantity: 3 }, { currency: 'JPY' }), catalog).total).toEqual({
      amount: 9900,
      currency: 'JPY',
    });
  });

  it.each([
    ['a currency that the product lacks', aBasket({}, { currency: 'USD' }), 'CUP has no price in USD'],
    ['a product that nobody knows', aBasket({ sku: 'NOPE' }), 'NOPE has no price in EUR'],
    ['no currency at all', { lines: aBasket().lines }, 'the basket has no currency'],
  ])('is a defect when a rule let %s through', (_what, basket, message) => {
    expect(() => priceLines(basket, catalog)).toThrow(new TypeError(`price lines: ${message}`));
  });
});

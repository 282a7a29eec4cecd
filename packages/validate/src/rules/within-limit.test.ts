import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { aProduct, catalogOf } from '../testing/catalog-of.ts';
import { withinLimit } from './within-limit.ts';

const limited = catalogOf(aProduct({ restrictions: { maxPerOrder: 2 } }));

describe('withinLimit', () => {
  it.each([0, 1, 2])('allows %i where two are', (quantity) => {
    expect(withinLimit(aBasket({ quantity }), limited)).toEqual([]);
  });

  it.each([3, 9999])('refuses %i where two are allowed', (quantity) => {
    expect(withinLimit(aBasket({ quantity }), limited)).toEqual([
      { field: 'items[0].quantity', problem: `at most 2 of Cup (CUP) an order, asked for ${quantity}` },
    ]);
  });

  it.each([
    ['has no restrictions', catalogOf(aProduct())],
    ['has other restrictions', catalogOf(aProduct({ restrictions: { onlyTo: ['DE'] } }))],
    ['nobody knows', catalogOf()],
  ])('is silent about a product that %s', (_what, catalog) => {
    expect(withinLimit(aBasket({ quantity: 9999 }), catalog)).toEqual([]);
  });

  it('can forbid a product altogether', () => {
    expect(withinLimit(aBasket(), catalogOf(aProduct({ restrictions: { maxPerOrder: 0 } })))).toHaveLength(1);
  });
});

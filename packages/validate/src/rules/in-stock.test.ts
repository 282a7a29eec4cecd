import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { aProduct, catalogOf } from '../testing/catalog-of.ts';
import { inStock } from './in-stock.ts';

describe('inStock', () => {
  it.each([
    [0, 10],
    [1, 10],
    [10, 10],
    [0, 0],
  ])('lets %i of %i go', (quantity, stock) => {
    expect(inStock(aBasket({ quantity }), catalogOf(aProduct({ stock })))).toEqual([]);
  });

  it.each([
    [11, 10, 'Cup (CUP) has only 10 left, asked for 11'],
    [1, 0, 'Cup (CUP) is out of stock, asked for 1'],
    [999_900, 1, 'Cup (CUP) has only 1 left, asked for 999900'],
  ])('holds %i of %i back', (quantity, stock, problem) => {
    expect(inStock(aBasket({ quantity }), catalogOf(aProduct({ stock })))).toEqual([
      { field: 'items[0].quantity', problem },
    ]);
  });

  it('is silent about a product that nobody knows', () => {
    expect(inStock(aBasket({ sku: 'NOPE' }), catalogOf())).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { aProduct, catalogOf } from '../testing/catalog-of.ts';
import { knownProduct } from './known-product.ts';

describe(knownProduct, () => {
  it('says nothing of a SKU that the catalog has', () => {
    expect(knownProduct(aBasket(), catalogOf(aProduct()))).toEqual([]);
  });

  it.each(['NOPE', 'cup', 'constructor', 'toString'])('does not know "%s"', (sku) => {
    expect(knownProduct(aBasket({ sku, field: 'items[3]' }), catalogOf(aProduct()))).toEqual([
      { field: 'items[3].sku', problem: `there is no product "${sku}"` },
    ]);
  });
});

import type { Rule } from './rule.ts';

/** Every SKU is in the catalog. */
export const knownProduct: Rule = ({ lines }, { products }) =>
  lines
    .filter(({ sku }) => !products.has(sku))
    .map(({ sku, field }) => ({ field: `${field}.sku`, problem: `there is no product "${sku}"` }));

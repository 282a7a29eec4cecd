import { describeKey } from '@order-workflow/order-domain';
import type { Rule } from './rule.ts';

/** Every SKU is in the catalog. */
export const knownProduct: Rule = ({ lines }, { products }) =>
  lines
    .filter(({ sku }) => !products.has(sku))
    .map(({ sku, field }) => ({ field: `${field}.sku`, problem: `there is no product ${named(sku)}` }));

/** A SKU that is no short word is not repeated. */
function named(sku: string): string {
  const shown = describeKey(sku);
  return shown.startsWith('"') ? shown : `of the ${Array.from(sku).length} characters that were given`;
}

import type { Basket, BasketLine } from '../basket.ts';
import type { Product } from '../ports/product-catalog.ts';
import type { CatalogView, Rule } from './rule.ts';

/**
 * A rule about each product that an order asks for: what is wrong with it, if anything is, and in which field. It is silent
 * about products that the catalog does not have.
 */
export function aboutProducts(
  field: 'sku' | 'quantity',
  problemWith: (product: Product, line: BasketLine, basket: Basket, catalog: CatalogView) => string | undefined,
): Rule {
  return (basket, catalog) =>
    basket.lines.flatMap((line) => {
      const product = catalog.products.get(line.sku);
      const problem = product && problemWith(product, line, basket, catalog);
      return problem === undefined ? [] : { field: `${line.field}.${field}`, problem };
    });
}

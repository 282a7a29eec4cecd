import type { Product } from '../ports/product-catalog.ts';
import type { CatalogView } from '../rules/rule.ts';

/** What a catalog of these products says, in euro by default. */
export function catalogOf(...products: readonly Product[]): CatalogView {
  return { products: new Map(products.map((product) => [product.sku, product])), defaultCurrency: 'EUR' };
}

import type { Product } from '../ports/product-catalog.ts';
import type { CatalogView } from '../rules/rule.ts';

/** A product that nothing is wrong with; it differs by these fields. */
export function aProduct(fields: Partial<Product> = {}): Product {
  return { sku: 'CUP', title: 'Cup', prices: { EUR: 1999 }, stock: 10, weight: 320, ...fields };
}

/** What a catalog of these products says, in euro by default. */
export function catalogOf(...products: readonly Product[]): CatalogView {
  return { products: new Map(products.map((product) => [product.sku, product])), defaultCurrency: 'EUR' };
}

import type { Product } from '../ports/product-catalog.ts';

/** A product that nothing is wrong with; it differs by these fields. */
export function aProduct(fields: Partial<Product> = {}): Product {
  return { sku: 'CUP', title: 'Cup', prices: { EUR: 1999 }, stock: 10, weight: 320, ...fields };
}

import type { CatalogAnswer, Product, ProductCatalog } from '../ports/product-catalog.ts';
import catalog from './products.json' with { type: 'json' };

/** A catalog of this shape as JSON; `products.json` beside this file is the default one. */
export interface JsonCatalog {
  readonly defaultCurrency: string;
  readonly products: readonly Product[];
}

/** A product catalog from a JSON document that is part of the bundle. Always available. */
export function jsonProductCatalog(document: JsonCatalog = catalog as JsonCatalog): ProductCatalog {
  const bySku = new Map(document.products.map((product) => [product.sku, product]));
  return {
    async find(skus): Promise<CatalogAnswer> {
      const found = skus.flatMap((sku) => bySku.get(sku) ?? []);
      return {
        kind: 'products',
        products: new Map(found.map((product) => [product.sku, product])),
        defaultCurrency: document.defaultCurrency,
      };
    },
  };
}

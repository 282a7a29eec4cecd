import { type Attributes, attributes } from '@order-workflow/stage-kit/dynamodb';
import type { Product } from '../ports/product-catalog.ts';
import { catalogTableKey, wholeCatalog } from './catalog-items.ts';

/** A product as the item that `readProduct` reads. */
export function productItem({ restrictions: { maxPerOrder, onlyTo } = {}, ...product }: Product): Attributes {
  return attributes({ ...product, maxPerOrder, onlyTo: onlyTo && [...onlyTo] });
}

/** The item that says in which currency orders are priced that name none. */
export function wholeCatalogItem(defaultCurrency: string): Attributes {
  return attributes({ [catalogTableKey]: wholeCatalog, defaultCurrency });
}

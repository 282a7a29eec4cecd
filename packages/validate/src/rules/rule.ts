import type { Currency, Violation } from '@order-workflow/order-domain';
import type { Basket } from '../basket.ts';
import type { Product } from '../ports/product-catalog.ts';

/** What the catalog said about the basket. */
export interface CatalogView {
  readonly products: ReadonlyMap<string, Product>;
  readonly defaultCurrency: Currency;
}

/** One rule of validation: pure, and silent about what other rules complain of. */
export type Rule = (basket: Basket, catalog: CatalogView) => readonly Violation[];

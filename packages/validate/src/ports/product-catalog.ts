import type { Currency } from '@order-workflow/order-domain';

/** A product as the catalog has it. */
export interface Product {
  readonly sku: string;
  readonly title: string;
  /** Price of one in minor units, by currency; 0 of what is given away. */
  readonly prices: Readonly<Record<Currency, number>>;
  /** How many can be promised today. */
  readonly stock: number;
  /** Grams of one. */
  readonly weight: number;
  readonly restrictions?: {
    /** The most of it that one order may hold. */
    readonly maxPerOrder?: number;
    /** ISO 3166-1 codes of the only countries that it is sent to. */
    readonly onlyTo?: readonly string[];
  };
}

export type CatalogAnswer =
  | { readonly kind: 'products'; readonly products: ReadonlyMap<string, Product>; readonly defaultCurrency: Currency }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Where products come from. Not to answer is an answer; it throws only what a person must mend: a table that is broken. */
export interface ProductCatalog {
  /** The products of these SKUs, without those that it does not know. */
  find(skus: readonly string[]): Promise<CatalogAnswer>;
}

import { fitsLabel } from './fits-label.ts';
import { inStock } from './in-stock.ts';
import { knownProduct } from './known-product.ts';
import { notEmbargoed } from './not-embargoed.ts';
import { offeredInCurrency } from './offered-in-currency.ts';
import { postalCode } from './postal-code.ts';
import type { Rule } from './rule.ts';
import { sentToCountry } from './sent-to-country.ts';
import { withinLimit } from './within-limit.ts';

/** The rules in the order in which a customer reads about them. A new rule is one file and one line here. */
export const allRules: readonly Rule[] = [
  knownProduct,
  offeredInCurrency,
  inStock,
  withinLimit,
  notEmbargoed,
  postalCode,
  fitsLabel,
  sentToCountry,
];

import type { Violation } from '@order-workflow/order-domain';
import type { Product } from '../../src/ports/product-catalog.ts';

/** What a file of products holds, or all that is wrong with it: `line 3, EUR: given "19.99", expected a number`. */
export type ProductsRead =
  | { readonly kind: 'products'; readonly products: readonly Product[]; readonly defaultCurrency?: string }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** A violation where it stands in its file. */
export function atLine(line: number, { field, problem }: Violation): string {
  return `line ${line}, ${field}: ${problem}`;
}

/** The second and each later product of one SKU, of which only one could be kept. */
export function repeatedSkus(found: readonly { readonly sku: string; readonly line: number }[]): readonly string[] {
  const first = new Map<string, number>();
  return found.flatMap(({ sku, line }) => {
    const before = first.get(sku);
    if (before === undefined) first.set(sku, line);
    const problem = `given ${JSON.stringify(sku)}, which stands in line ${before} already, expected each product once`;
    return before === undefined ? [] : [atLine(line, { field: 'sku', problem })];
  });
}

import { describeIssues, violationText } from '@order-workflow/order-domain';
import type { Product } from '../../src/ports/product-catalog.ts';
import { productFields } from './product-fields.ts';
import { productSchema } from './product-schema.ts';

export type Changed =
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** A product with these fields changed, each as a CSV file says it: `stock=20`, `EUR=1899`. What is set to nothing is taken away. */
export function changeProduct(found: Product, changes: readonly string[]): Changed {
  const row: Record<string, string> = rowOf(found);
  const problems: string[] = [];
  for (const change of changes) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(change) ?? [];
    if (name === '' || name === 'sku' || !productFields.isKnown(name))
      problems.push(
        `${change}: expected ${productFields.names.slice(1).join('=…, ')}=…, or a currency such as EUR=1899`,
      );
    else row[name] = value.trim();
  }
  if (problems.length > 0) return { kind: 'problems', problems };
  const given = productFields.read(row);
  const { success, data, error } = productSchema.safeParse(given);
  if (success) return { kind: 'product', product: data };
  return { kind: 'problems', problems: describeIssues(error.issues, given, 'product').map(violationText) };
}

function rowOf({ sku, title, prices, stock, weight, restrictions }: Product): Record<string, string> {
  const amounts = Object.entries(prices).map(([currency, amount]) => [currency, `${amount}`]);
  return {
    ...{ sku, title, stock: `${stock}`, weight: `${weight}`, ...Object.fromEntries(amounts) },
    ...(restrictions?.maxPerOrder !== undefined && { maxPerOrder: `${restrictions.maxPerOrder}` }),
    ...(restrictions?.onlyTo && { onlyTo: restrictions.onlyTo.join(' ') }),
  };
}

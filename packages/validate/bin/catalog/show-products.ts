import { formatMoney } from '@order-workflow/order-domain';
import type { CatalogContent } from './catalog-table.ts';

/** Products for people, a line each; or the document that `load` takes. */
export function showProducts({ products, defaultCurrency }: CatalogContent, json = false): string {
  if (json) return JSON.stringify({ defaultCurrency, products }, null, 2);
  const lines = products.map(({ sku, title, prices, stock, weight, restrictions: { maxPerOrder, onlyTo } = {} }) =>
    [
      sku,
      title,
      Object.entries(prices)
        .map(([currency, amount]) => formatMoney({ amount, currency }))
        .join(', '),
      `${stock} in stock`,
      `${weight} g`,
      ...(maxPerOrder === undefined ? [] : [`at most ${maxPerOrder} an order`]),
      ...(onlyTo ? [`only to ${onlyTo.join(' ')}`] : []),
    ].join(' · '),
  );
  if (defaultCurrency !== undefined) lines.push(`Orders that name no currency pay in ${defaultCurrency}.`);
  return lines.length > 0 ? lines.join('\n') : 'No catalog was loaded into this table yet.';
}

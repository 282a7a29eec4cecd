import { type Currency, type PricedLine, sumMoney, timesMoney } from '@order-workflow/order-domain';
import type { Basket } from './basket.ts';
import type { CatalogView } from './rules/rule.ts';
import type { ValidationReceipt } from './validation-receipt.ts';

/** Prices a basket that passed every rule. Prices and totals come from the catalog, never from the order. */
export function priceLines(
  basket: Basket,
  catalog: CatalogView,
): Pick<ValidationReceipt, 'lines' | 'total' | 'weight'> {
  const currency = basket.currency === 'default' ? catalog.defaultCurrency : basket.currency;
  if (currency === undefined) throw new TypeError('price lines: the basket has no currency');
  const lines = basket.lines.map((line) => priceLine(line, catalog, currency));
  return {
    lines,
    total: sumMoney(
      lines.map(({ price }) => price),
      currency,
    ),
    weight: lines.reduce((grams, line) => grams + line.unitWeight * line.quantity, 0),
  };
}

function priceLine({ sku, quantity }: Basket['lines'][number], catalog: CatalogView, currency: Currency): PricedLine {
  const product = catalog.products.get(sku);
  const amount = product?.prices[currency];
  if (!product || amount === undefined) throw new TypeError(`price lines: ${sku} has no price in ${currency}`);
  const unitPrice = { amount, currency };
  return {
    sku,
    title: product.title,
    quantity,
    unitPrice,
    price: timesMoney(unitPrice, quantity),
    unitWeight: product.weight,
  };
}

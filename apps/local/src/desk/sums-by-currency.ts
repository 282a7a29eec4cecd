import { type Currency, formatMoney, type Money } from '@order-workflow/order-domain';

/** A sum a currency, as text: `19.99 EUR`. A currency of which all amounts are 0 has its sum, too. */
export function sumsByCurrency(amounts: readonly Money[]): readonly string[] {
  const byCurrency = new Map<Currency, number>();
  for (const { amount, currency } of amounts) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount);
  return [...byCurrency].map(([currency, amount]) => formatMoney({ amount, currency }));
}

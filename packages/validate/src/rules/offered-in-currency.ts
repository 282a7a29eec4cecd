import type { Rule } from './rule.ts';

/** Every product has a price in the order's currency. */
export const offeredInCurrency: Rule = ({ lines, currency }, { products, defaultCurrency }) => {
  if (currency === undefined) return [];
  const wanted = currency === 'default' ? defaultCurrency : currency;
  return lines.flatMap(({ sku, field }) => {
    const product = products.get(sku);
    if (!product || Object.hasOwn(product.prices, wanted)) return [];
    const offered = Object.keys(product.prices).join(', ');
    return {
      field: `${field}.sku`,
      problem: `${product.title} (${sku}) has no price in ${wanted}, only in ${offered}`,
    };
  });
};

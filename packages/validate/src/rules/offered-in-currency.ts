import { aboutProducts } from './about-products.ts';

/** Every product has a price in the order's currency. */
export const offeredInCurrency = aboutProducts(
  'sku',
  ({ title, sku, prices }, _line, { currency }, { defaultCurrency }) => {
    const wanted = currency === 'default' ? defaultCurrency : currency;
    if (wanted === undefined || Object.hasOwn(prices, wanted)) return undefined;
    return `${title} (${sku}) has no price in ${wanted}, only in ${Object.keys(prices).join(', ')}`;
  },
);

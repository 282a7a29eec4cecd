import { aboutProducts } from './about-products.ts';

/** No more of a product than one order may hold. */
export const withinLimit = aboutProducts('quantity', ({ title, sku, restrictions }, { quantity }) => {
  const most = restrictions?.maxPerOrder;
  if (most === undefined || quantity <= most) return undefined;
  return `at most ${most} of ${title} (${sku}) an order, asked for ${quantity}`;
});

import { aboutProducts } from './about-products.ts';

/** There is enough of every product, counting all lines of the order that name it. */
export const inStock = aboutProducts('quantity', ({ title, sku, stock }, { quantity }) => {
  if (quantity <= stock) return undefined;
  const left = stock === 0 ? 'is out of stock' : `has only ${stock} left`;
  return `${title} (${sku}) ${left}, asked for ${quantity}`;
});

import type { Rule } from './rule.ts';

/** There is enough of every product, counting all lines of the order that name it. */
export const inStock: Rule = ({ lines }, { products }) =>
  lines.flatMap(({ sku, quantity, field }) => {
    const product = products.get(sku);
    if (!product || quantity <= product.stock) return [];
    const left = product.stock === 0 ? 'is out of stock' : `has only ${product.stock} left`;
    return { field: `${field}.quantity`, problem: `${product.title} (${sku}) ${left}, asked for ${quantity}` };
  });

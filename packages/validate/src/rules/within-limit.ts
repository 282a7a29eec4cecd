import type { Rule } from './rule.ts';

/** No more of a product than one order may hold. */
export const withinLimit: Rule = ({ lines }, { products }) =>
  lines.flatMap(({ sku, quantity, field }) => {
    const product = products.get(sku);
    const most = product?.restrictions?.maxPerOrder;
    if (!product || most === undefined || quantity <= most) return [];
    const problem = `at most ${most} of ${product.title} (${sku}) an order, asked for ${quantity}`;
    return { field: `${field}.quantity`, problem };
  });

import type { Rule } from './rule.ts';

/** Every product may be sent to the country of the address. An order for collection is sent nowhere. */
export const sentToCountry: Rule = ({ lines, address }, { products }) => {
  if (address === undefined) return [];
  const { country } = address;
  return lines.flatMap(({ sku, field }) => {
    const product = products.get(sku);
    const onlyTo = product?.restrictions?.onlyTo;
    if (!product || !onlyTo || onlyTo.includes(country)) return [];
    const problem = `${product.title} (${sku}) is not sent to ${country}, only to ${onlyTo.join(', ')}`;
    return { field: `${field}.sku`, problem };
  });
};

const prices = { SKU001: 1999 };

/** Prices the order, in cents. */
export const handler = async ({ items }) => {
  for (const { sku } of items) if (!(sku in prices)) throw new Error(`there is no ${sku}`);
  return { total: items.reduce((total, { sku, quantity }) => total + prices[sku] * quantity, 0) };
};

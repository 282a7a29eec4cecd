import { aboutProducts } from './about-products.ts';

/** Every product may be sent to the country of the address. An order for collection is sent nowhere. */
export const sentToCountry = aboutProducts('sku', ({ title, sku, restrictions }, _line, { address }) => {
  const onlyTo = restrictions?.onlyTo;
  if (!address || !onlyTo || onlyTo.includes(address.country)) return undefined;
  return `${title} (${sku}) is not sent to ${address.country}, only to ${onlyTo.join(', ')}`;
});

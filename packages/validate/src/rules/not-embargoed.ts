import { embargoedCountries } from './embargoed-countries.ts';
import type { Rule } from './rule.ts';

/** The order goes to no country that the shop sends nothing to. */
export const notEmbargoed: Rule = ({ address }) =>
  address !== undefined && embargoedCountries.has(address.country)
    ? [{ field: 'shippingAddress.country', problem: `nothing is sent to ${address.country}` }]
    : [];

import type { Rule } from './rule.ts';

/**
 * Countries that this shop sends nothing to, whatever a carrier would take, as ISO 3166-1 codes. The list is the shop's
 * own: which embargoes bind it depends on where it is, and on what it sells. Set out here is North Korea alone, to which
 * the United Nations forbid nearly all trade (Security Council resolutions 1718 of 2006 and 2397 of 2017; in the EU
 * Regulation (EU) 2017/1509). A shop in the United States adds at least Cuba and Iran
 * (https://ofac.treasury.gov/sanctions-programs-and-country-information); one in the EU may not follow those two
 * embargoes (Regulation (EC) No 2271/96).
 */
export const embargoedCountries: ReadonlySet<string> = new Set(['KP']);

/** The order goes to no country that the shop sends nothing to. */
export const notEmbargoed: Rule = ({ address }) =>
  address !== undefined && embargoedCountries.has(address.country)
    ? [{ field: 'shippingAddress.country', problem: `nothing is sent to ${address.country}` }]
    : [];

/** How a parcel goes out, and how long it takes: working days from the booking to the door. */
export const services = {
  /** Kept for collection: the order names no address. */
  Pickup: { workingDays: 1 },
  Standard: { workingDays: 3 },
  International: { workingDays: 8 },
  /** On a pallet, for what no parcel carrier takes. */
  Freight: { workingDays: 6 },
  InternationalFreight: { workingDays: 12 },
} as const;

export type Service = keyof typeof services;
export const serviceNames = Object.keys(services) as [Service, ...Service[]];

/** Grams up to which a consignment goes as a parcel: the 31.5 kg at which European parcel carriers stop. */
export const heaviestParcel = 31_500;

/** The country that orders are sent from, and those that are served like it: the customs union of the EU. */
const standardCountries = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

interface Consignment {
  /** Grams. */
  readonly weight: number;
  /** ISO 3166-1 alpha-2; none when the order is collected. */
  readonly country?: string | undefined;
}

/** Which service an order is sent by. Without an address it is kept for collection, whatever it weighs. */
export function chooseService({ weight, country }: Consignment): Service {
  if (country === undefined) return 'Pickup';
  const abroad = !standardCountries.has(country);
  if (weight > heaviestParcel) return abroad ? 'InternationalFreight' : 'Freight';
  return abroad ? 'International' : 'Standard';
}

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

import type { FaultName } from '../faults/faults.ts';
import type { BookingFate } from './shipment-row.ts';

/** What a postal code says about a parcel that goes there. */
export interface MagicPostalCode {
  readonly fate?: BookingFate;
  /** How the booking is answered. */
  readonly fault?: FaultName;
  readonly cancelUnavailable?: true;
}

/** The postal codes of the shipping stage's own simulated carrier, with the same meaning where HTTP allows it. */
export const magicPostalCodes: ReadonlyMap<string, MagicPostalCode> = new Map<string, MagicPostalCode>([
  ['SIM-REFUSED', { fate: 'refused' }],
  ['SIM-TIMEOUT', { fault: 'cut-after' }],
  ['SIM-UNAVAILABLE', { fault: 'rate-limited' }],
  ['SIM-DEPARTED', { fate: 'departed', fault: 'cut-after' }],
  ['SIM-CANCEL-DOWN', { fault: 'cut-after', cancelUnavailable: true }],
]);

import type { FaultName } from '../faults/faults.ts';
import { answersToLose as lost } from '../ledger/answers-to-lose.ts';
import type { BookingResult, ShipmentMarks } from './shipment-row.ts';

/** What a postal code says about a parcel that goes there. */
export interface MagicPostalCode {
  readonly fate?: BookingResult;
  /** How the booking is answered. */
  readonly fault?: FaultName;
  readonly marks?: ShipmentMarks;
}

/** The postal codes of the shipping stage's own simulated carrier, with the same meaning. */
export const magicPostalCodes: ReadonlyMap<string, MagicPostalCode> = new Map<string, MagicPostalCode>([
  ['SIM-REFUSED', { fate: 'refused' }],
  ['SIM-TIMEOUT', { marks: { answersToLose: lost.shipment } }],
  ['SIM-UNAVAILABLE', { fault: 'rate-limited' }],
  ['SIM-DEPARTED', { fate: 'departed', marks: { answersToLose: lost.shipment } }],
  ['SIM-CANCEL-DOWN', { marks: { answersToLose: lost.shipment, cancelUnavailable: true } }],
]);

import { NoticedDefect } from '@order-workflow/stage-kit';
import type { Service } from './choose-service.ts';

/**
 * What the carrier says contradicts what this order asked for: another service, another shipment, a key that belongs to
 * something else. No stage declares it, so it is neither retried nor taken for a refusal; a cancellation that meets it
 * leaves the execution failed there, because only a person can tell whose parcel it is.
 */
export class ShipmentMismatch extends NoticedDefect {
  override readonly name = 'ShipmentMismatch';
}

/** @throws ShipmentMismatch when the booking is not what the order asks for */
export function ensureSameService(key: string, booked: Service, ordered: Service): void {
  if (booked === ordered) return;
  throw new ShipmentMismatch(`${key}: the carrier's ledger says ${booked} where the order says ${ordered}.`);
}

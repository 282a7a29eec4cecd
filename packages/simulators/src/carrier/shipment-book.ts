import type { ShipmentLedger } from './shipment-ledger.ts';
import { type ShipmentRecord, shipmentRecord } from './shipment-record.ts';
import type { CarrierEntry } from './shipment-row.ts';

/** What a test or a person may read in the carrier's ledger. Reading lets happen what is due. */
export interface ShipmentBook {
  /** What has gone out or will, of an order or in all, whatever its key. */
  shipments(orderId?: string): readonly ShipmentRecord[];
  /** All that was ever asked for: refused, cancelled and blocked too. Oldest first. */
  history(orderId?: string): readonly ShipmentRecord[];
  /** Every call and every effect, oldest first. */
  journal(): readonly CarrierEntry[];
  /** Lets leave the warehouse what is booked, of an order or in all. */
  depart(orderId?: string): void;
  /** Voids what magic postal codes left in the ledger: lost answers, and cancellations that do not go through. */
  repair(): void;
  /** Forgets everything. */
  clear(): void;
}

export function shipmentBook(ledger: ShipmentLedger): ShipmentBook {
  const history = (orderId?: string) => ledger.shipments(orderId).map(shipmentRecord);
  return {
    shipments: (orderId) => history(orderId).filter(({ status }) => status === 'booked' || status === 'departed'),
    history,
    journal: () => ledger.journal(),
    depart: (orderId) => ledger.depart(orderId),
    repair: () => ledger.repair(),
    clear: () => ledger.clear(),
  };
}

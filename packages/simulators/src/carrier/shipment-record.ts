import { instant } from '@order-workflow/order-domain';
import type { ShipmentRow } from './shipment-row.ts';

/** A shipment as the ledger has it. */
export interface ShipmentRecord {
  readonly shipmentId: string;
  readonly key: string;
  readonly status: ShipmentRow['status'];
  /** None of a key that was blocked before it was booked. */
  readonly service?: string;
}

export function shipmentRecord({ id: shipmentId, key, status, service }: ShipmentRow): ShipmentRecord {
  return { shipmentId, key, status, ...(service !== undefined && { service }) };
}

/** A shipment in the words of the REST interface that the shipping stage expects (its README). No parcel moves here. */
export function shipmentBody(row: ShipmentRow): object {
  return { livemode: false, ...standing(row) };
}

function standing({ id: shipmentId, key, status, service, madeAt }: ShipmentRow): object {
  switch (status) {
    case 'booked':
    case 'departed': {
      const trackingNumber = `LP${shipmentId.replace(/\D/g, '').padStart(9, '0')}`;
      return {
        key,
        status,
        shipmentId,
        trackingNumber,
        carrier: 'Loopback Parcels',
        service,
        bookedAt: instant(madeAt),
      };
    }
    case 'cancelled':
      return { key, status, shipmentId };
    case 'refused':
      return { key, status, reason: 'not-served' };
    case 'blocked':
      return { key, status };
  }
}

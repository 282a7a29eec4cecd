import { anAddress } from '@order-workflow/order-domain/testing';
import type { ShipmentReceipt } from '../src/shipment-receipt.ts';
import type { ShippableOrder } from '../src/shippable-order.ts';

/** An order of two pieces to Berlin, or to another postal code when a test cares. */
export function aShippableOrder(postalCode = anAddress.postalCode): ShippableOrder {
  return {
    order: { orderId: '1', customerName: 'Ada', shippingAddress: { ...anAddress, postalCode } },
    validation: { lines: [{ sku: 'SKU001', quantity: 2 }], weight: 1_200 },
  };
}

export const shipped: ShipmentReceipt = {
  shipmentId: 'sh_1',
  trackingNumber: 'TRACK1',
  carrier: 'Test Parcel',
  service: 'Standard',
  estimatedDelivery: '2026-03-05',
  bookedAt: '2026-03-02T10:00:00.000Z',
};

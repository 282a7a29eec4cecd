import { moneySchema, recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { shipmentReceiptSchema } from './shipment-receipt.ts';
import { shippableOrder } from './shippable-order.ts';
import { CarrierUnavailable, ShipmentOutcomeUnknown, ShipmentRefused } from './shipping-failures.ts';

/** Manifest of Ship Order: books one shipment of an order that is paid. */
export const shipOrder = defineStage({
  key: 'shipment',
  stateName: 'Ship Order',
  functionName: 'ShipOrderFunction',
  word: 'shipping',
  port: { name: 'carrier', call: 'book' },
  bundle: '@order-workflow/shipping/lambda/ship-order',
  needs: z.object({
    contract: recordVersionSchema,
    ...shippableOrder,
    /** Not used: nothing is sent before it is paid. */
    payment: z.object({ amount: moneySchema }),
  }),
  receipt: shipmentReceiptSchema,
  rejections: [ShipmentRefused],
  rejectedAs: 'refunded',
  faults: [CarrierUnavailable, ShipmentOutcomeUnknown],
  /** The order is paid, and nobody waits for the label: a carrier that is down for an hour costs no order. */
  patienceSeconds: { CarrierUnavailable: 6 * 60 * 60, ShipmentOutcomeUnknown: 6 * 60 * 60 },
  apology: {
    failed: 'your order could not be sent',
    rejected: 'your order cannot be sent',
    in: {
      de: {
        failed: 'Ihre Bestellung konnte nicht verschickt werden',
        rejected: 'Ihre Bestellung kann nicht verschickt werden',
      },
    },
  },
  /** Two calls of the carrier at most, each cut off by the adapter after five seconds. */
  timeoutSeconds: 15,
  memoryMb: 128,
  settings: ['CARRIER_URL', 'CARRIER_TIMEOUT_MS'],
  access: { secret: 'CARRIER_SECRET_ARN' },
});

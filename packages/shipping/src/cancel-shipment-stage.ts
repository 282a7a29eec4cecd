import { recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage, stageExecutionSchema } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { cancellationReceiptSchema } from './cancellation-receipt.ts';
import { shipmentReceiptSchema } from './shipment-receipt.ts';
import { shippableOrder } from './shippable-order.ts';
import { CarrierUnavailable, ShipmentOutcomeUnknown } from './shipping-failures.ts';

/** Seconds: nobody is at hand to undo it sooner than software can, and what is held is somebody’s. */
const fortnight = 14 * 24 * 60 * 60;

/** Manifest of Cancel Shipment: makes sure that no parcel goes out, or finds that it is on its way already. */
export const cancelShipment = defineStage({
  key: 'cancellation',
  stateName: 'Cancel Shipment',
  functionName: 'CancelShipmentFunction',
  word: 'cancel',
  port: { name: 'carrier', call: 'cancel' },
  bundle: '@order-workflow/shipping/lambda/cancel-shipment',
  needs: z.object({
    contract: recordVersionSchema,
    ...shippableOrder,
    shipment: z.optional(shipmentReceiptSchema),
    execution: z.optional(stageExecutionSchema),
  }),
  receipt: cancellationReceiptSchema,
  faults: [CarrierUnavailable, ShipmentOutcomeUnknown],
  patienceSeconds: { CarrierUnavailable: fortnight, ShipmentOutcomeUnknown: fortnight },
  runbook: `The shipment may be booked and the payment is charged. The carrier did not answer for all of its retries
(\`CarrierUnavailable\`, \`ShipmentOutcomeUnknown\`), or its ledger contradicts the order (\`ShipmentMismatch\`).

1. Look the shipment up at the carrier by the key \`order-<id>-ship\`.
2. When the carrier answers again, redrive: what is booked is cancelled and the payment refunded; what has departed goes
   forward to the customer.
3. On \`ShipmentMismatch\` the key belongs to another shipment. Find out whose before anything else.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault shipping.find=unavailable\``,
  /** Four calls of the carrier at most, each cut off by the adapter after five seconds. */
  timeoutSeconds: 25,
  memoryMb: 128,
  settings: ['CARRIER_URL', 'CARRIER_TIMEOUT_MS'],
  access: { secret: 'CARRIER_SECRET_ARN' },
  mayStand: 'shipment',
});

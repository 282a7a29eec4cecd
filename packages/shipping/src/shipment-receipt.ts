import { dateSchema, instantSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { serviceNames } from './choose-service.ts';
import { estimateDelivery } from './estimate-delivery.ts';
import type { Booking } from './ports/carrier.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));

/** What Ship Order leaves: the shipment as the carrier has booked it. */
export const shipmentReceiptSchema = z.object({
  shipmentId: text,
  trackingNumber: text,
  /** The carrier's name, as the customer reads it. */
  carrier: text,
  service: z.enum(serviceNames),
  /** `2026-03-04`: the day of delivery, or from which the order can be collected. */
  estimatedDelivery: dateSchema,
  bookedAt: instantSchema,
  /** No parcel moved: the carrier is a simulation, or in its test mode. */
  simulated: z.optional(z.literal(true)),
});

export type ShipmentReceipt = z.infer<typeof shipmentReceiptSchema>;

/**
 * The receipt of a booking: the same, whenever it is found. Each field is the carrier's own word; the day of delivery is
 * estimated from it where the carrier names none.
 *
 * @param country where it goes; none when it is collected
 */
export function shipmentReceipt(
  booking: Booking & { readonly simulated?: true | undefined },
  country: string | undefined,
): ShipmentReceipt {
  const { shipmentId, trackingNumber, carrier, service, bookedAt, simulated } = booking;
  const estimatedDelivery = booking.estimatedDelivery ?? estimateDelivery({ service, bookedAt, country });
  const receipt = { shipmentId, trackingNumber, carrier, service, estimatedDelivery, bookedAt };
  return { ...receipt, ...(simulated && { simulated }) };
}

import { orderLines } from './order-lines.ts';
import type { Words } from './wording.ts';

/** The order is paid and shipped. */
export const fulfilled: Words = (record) => ({
  subject: record.shipment?.service === 'Pickup' ? 'ready for collection soon' : 'paid and on its way',
  paragraphs: ['Thank you for your order. Your payment has been received.', ...orderLines(record), ...parcel(record)],
});

function parcel({ shipment }: Parameters<Words>[0]): readonly string[] {
  if (!shipment) return [];
  const { carrier, service, trackingNumber, estimatedDelivery } = shipment;
  const place =
    service === 'Pickup'
      ? `It can be collected from ${carrier} from ${estimatedDelivery}.`
      : `It travels with ${carrier} (${service}) and should arrive on ${estimatedDelivery}.`;
  return [`${place}\nTracking number: ${trackingNumber}`];
}

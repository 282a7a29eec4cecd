import type { NotifiableRecord } from '../../notifiable-record.ts';
import type { Words } from '../wording.ts';
import { germanDay } from './in-german.ts';
import { orderLines } from './order-lines.ts';

/** The order is paid and shipped. */
export const fulfilled: Words = (record) => ({
  subject: subject(record),
  paragraphs: [`Vielen Dank für Ihre Bestellung. ${payment(record)}`, ...orderLines(record), ...parcel(record)],
});

function subject({ shipment, validation }: NotifiableRecord): string {
  if (shipment?.service === 'Pickup') return 'bald abholbereit';
  return validation?.total.amount === 0 ? 'unterwegs' : 'bezahlt und unterwegs';
}

function payment({ validation }: NotifiableRecord): string {
  return validation?.total.amount === 0 ? 'Es ist nichts zu bezahlen.' : 'Ihre Zahlung ist eingegangen.';
}

function parcel({ shipment }: NotifiableRecord): readonly string[] {
  if (!shipment) return [];
  const { carrier, service, trackingNumber, estimatedDelivery } = shipment;
  const day = germanDay(estimatedDelivery);
  const place =
    service === 'Pickup'
      ? `Sie können Ihre Bestellung ab ${day} abholen (${carrier}).`
      : `Ihre Bestellung ist mit ${carrier} (${service}) unterwegs und kommt voraussichtlich am ${day} an.`;
  return [`${place}\nSendungsnummer: ${trackingNumber}`];
}

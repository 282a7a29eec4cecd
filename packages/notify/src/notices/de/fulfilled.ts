import { type Apologies, apologyFor } from '../../apologies.ts';
import type { NotifiableRecord } from '../../notifiable-record.ts';
import { leftUndone } from '../../notifiable-record.ts';
import type { Words } from '../wording.ts';
import { germanDay } from './in-german.ts';
import { orderLines } from './order-lines.ts';

/** The order is paid and shipped. */
export const fulfilled: Words = (record, apologies) => ({
  subject: subject(record),
  paragraphs: [
    `Vielen Dank für Ihre Bestellung. ${payment(record)}`,
    ...orderLines(record),
    ...parcel(record),
    ...apology(record, apologies),
  ],
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

function apology(record: NotifiableRecord, apologies: Apologies): readonly string[] {
  const failure = leftUndone(record);
  if (!failure) return [];
  const { said = 'ein Teil davon konnte nicht ausgeführt werden', reason } = apologyFor(failure, apologies, 'de');
  const whole = reason === undefined ? said : `${said} (auf Englisch: ${reason})`;
  return [`Es tut uns leid: ${whole}. Im Übrigen bleibt es bei Ihrer Bestellung.`];
}

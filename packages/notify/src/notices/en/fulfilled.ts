import { type Apologies, apologyFor } from '../../apologies.ts';
import type { NotifiableRecord } from '../../notifiable-record.ts';
import { leftUndone } from '../../notifiable-record.ts';
import type { Words } from '../wording.ts';
import { orderLines } from './order-lines.ts';

/** The order is paid and shipped. */
export const fulfilled: Words = (record, apologies) => ({
  subject: subject(record),
  paragraphs: [
    `Thank you for your order. ${payment(record)}`,
    ...orderLines(record),
    ...parcel(record),
    ...apology(record, apologies),
  ],
});

function subject({ shipment, validation }: NotifiableRecord): string {
  if (shipment?.service === 'Pickup') return 'ready for collection soon';
  return validation?.total.amount === 0 ? 'on its way' : 'paid and on its way';
}

function payment({ validation }: NotifiableRecord): string {
  return validation?.total.amount === 0 ? 'There is nothing to pay.' : 'Your payment has been received.';
}

function parcel({ shipment }: NotifiableRecord): readonly string[] {
  if (!shipment) return [];
  const { carrier, service, trackingNumber, estimatedDelivery } = shipment;
  const place =
    service === 'Pickup'
      ? `It can be collected from ${carrier} from ${estimatedDelivery}.`
      : `It travels with ${carrier} (${service}) and should arrive on ${estimatedDelivery}.`;
  return [`${place}\nTracking number: ${trackingNumber}`];
}

function apology(record: NotifiableRecord, apologies: Apologies): readonly string[] {
  const failure = leftUndone(record);
  if (!failure) return [];
  const { said = 'a part of it could not be done', reason } = apologyFor(failure, apologies);
  return [`We are sorry: ${reason === undefined ? said : `${said} (${reason})`}. All else of your order stands.`];
}

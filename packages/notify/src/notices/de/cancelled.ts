import type { Words } from '../wording.ts';
import { fulfilled } from './fulfilled.ts';
import { moneyBack, orderAgain, undoneSubject } from './money-back.ts';
import { orderLines } from './order-lines.ts';

/** Somebody cancelled the order, and nothing is held any more. */
export const cancelled: Words = (record) => ({
  subject: undoneSubject(record),
  paragraphs: [
    'Ihre Bestellung wurde wie gewünscht storniert. Es wird nichts verschickt.',
    moneyBack(record),
    ...orderLines(record),
    orderAgain(record),
  ],
});

/** Somebody cancelled the order after its parcel had left: it stands, paid and on its way. */
export const notCancelled: Words = (record, apologies) => {
  const [, ...lines] = fulfilled(record, apologies).paragraphs;
  return {
    subject: 'nicht mehr stornierbar',
    paragraphs: [
      'Ihre Bestellung sollte storniert werden, aber das Paket war schon unterwegs. Die Bestellung bleibt also bestehen.',
      ...lines,
    ],
  };
};

import type { Words } from '../wording.ts';
import { fulfilled } from './fulfilled.ts';
import { moneyBack, orderAgain, undoneSubject } from './money-back.ts';
import { orderLines } from './order-lines.ts';

/** Somebody cancelled the order, and nothing is held any more. */
export const cancelled: Words = (record) => ({
  subject: undoneSubject(record),
  paragraphs: [
    'Your order has been cancelled, as was asked for. Nothing will be sent.',
    moneyBack(record),
    ...orderLines(record),
    orderAgain(record),
  ],
});

/** Somebody cancelled the order after its parcel had left: it stands, paid and on its way. */
export const notCancelled: Words = (record, apologies) => {
  const [, ...lines] = fulfilled(record, apologies).paragraphs;
  return {
    subject: 'cannot be cancelled',
    paragraphs: [
      'Your order was to be cancelled, but its parcel has left already. So it stands as you placed it.',
      ...lines,
    ],
  };
};

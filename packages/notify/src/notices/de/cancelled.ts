import type { Words } from '../wording.ts';
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

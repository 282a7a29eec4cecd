import type { Words } from '../wording.ts';
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

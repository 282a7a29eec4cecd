import { type Apologies, apologyFor } from '../../apologies.ts';
import type { NotifiableRecord } from '../../notifiable-record.ts';
import type { Words } from '../wording.ts';
import { moneyBack, orderAgain, undoneSubject } from './money-back.ts';
import { orderLines } from './order-lines.ts';

/** Something failed after the order was accepted, and nothing is held any more. */
export const refunded: Words = (record, apologies) => ({
  subject: undoneSubject(record),
  paragraphs: [
    `We are sorry: ${whatFailed(record, apologies)}, so the order has been cancelled.`,
    moneyBack(record),
    ...orderLines(record),
    orderAgain(record),
  ],
});

/** Only a rejection has a reason that is a customer's to read. */
function whatFailed({ failure }: NotifiableRecord, apologies: Apologies): string {
  const { said = 'your order could not be completed', reason } = apologyFor(failure, apologies);
  return reason === undefined ? said : `${said} (${reason})`;
}

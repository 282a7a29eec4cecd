import { type Apologies, apologyFor } from '../../apologies.ts';
import type { NotifiableRecord } from '../../notifiable-record.ts';
import type { Words } from '../wording.ts';
import { moneyBack, orderAgain, undoneSubject } from './money-back.ts';
import { orderLines } from './order-lines.ts';

/** Something failed after the order was accepted, and nothing is held any more. */
export const refunded: Words = (record, apologies) => ({
  subject: undoneSubject(record),
  paragraphs: [
    `Es tut uns leid: ${whatFailed(record, apologies)}. Wir haben die Bestellung deshalb storniert.`,
    moneyBack(record),
    ...orderLines(record),
    orderAgain(record),
  ],
});

/** Only a rejection has a reason that is a customer's to read; it is English. */
function whatFailed({ failure }: NotifiableRecord, apologies: Apologies): string {
  const { said = 'Ihre Bestellung konnte nicht ausgeführt werden', reason } = apologyFor(failure, apologies, 'de');
  return reason === undefined ? said : `${said} (auf Englisch: ${reason})`;
}

import { reasonsOf } from '@order-workflow/order-domain';
import type { Apologies } from '../../apologies.ts';
import type { NotifiableRecord } from '../../notifiable-record.ts';
import type { Words } from '../wording.ts';
import { moneyBack, undoneSubject } from './money-back.ts';
import { orderLines } from './order-lines.ts';

/** Something failed after the order was accepted, and nothing is held any more. */
export const refunded: Words = (record, apologies) => ({
  subject: undoneSubject(record),
  paragraphs: [
    `We are sorry: ${whatFailed(record, apologies)}, so the order has been cancelled.`,
    moneyBack(record),
    ...orderLines(record),
    'You are welcome to order again.',
  ],
});

/** In the words of the stage that failed. Only a rejection has a reason that is a customer's to read. */
function whatFailed({ failure }: NotifiableRecord, apologies: Apologies): string {
  const said = failure && Object.hasOwn(apologies, failure.stage) ? apologies[failure.stage] : undefined;
  if (!failure || !said) return 'your order could not be completed';
  if (failure.error === said.awaited?.error) return said.awaited.failed;
  const reason = said.rejections.includes(failure.error) ? reasonsOf(failure)[0] : undefined;
  return reason === undefined ? said.failed : `${said.rejected ?? said.failed} (${reason.replace(/\.$/, '')})`;
}

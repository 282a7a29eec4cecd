import { formatMoney, reasonsOf } from '@order-workflow/order-domain';
import type { Apologies } from '../apologies.ts';
import type { NotifiableRecord } from '../notifiable-record.ts';
import { orderLines } from './order-lines.ts';
import type { Words } from './wording.ts';

/** Something failed after the order was accepted, and nothing is held any more. */
export const refunded: Words = (record, apologies) => ({
  subject: subject(record),
  paragraphs: [
    `We are sorry: ${whatFailed(record, apologies)}, so the order has been cancelled.`,
    money(record),
    ...orderLines(record),
    'You are welcome to order again.',
  ],
});

function subject({ refund }: NotifiableRecord): string {
  if (refund?.status === 'on-its-way') return 'cancelled, refund coming';
  return refund?.status === 'refunded' ? 'cancelled and refunded' : 'cancelled';
}

/** In the words of the stage that failed. Only a rejection has a reason that is a customer's to read. */
function whatFailed({ failure }: NotifiableRecord, apologies: Apologies): string {
  const said = failure && Object.hasOwn(apologies, failure.stage) ? apologies[failure.stage] : undefined;
  if (!failure || !said) return 'your order could not be completed';
  if (failure.error === said.awaited?.error) return said.awaited.failed;
  const reason = said.rejections.includes(failure.error) ? reasonsOf(failure)[0] : undefined;
  return reason === undefined ? said.failed : `${said.rejected ?? said.failed} (${reason.replace(/\.$/, '')})`;
}

function money({ refund, validation }: NotifiableRecord): string {
  const held = refund?.amount ?? validation?.total;
  const amount = held ? formatMoney(held) : 'the whole amount';
  switch (refund?.status) {
    case 'refunded':
      return `We have refunded ${amount}. Depending on your bank it takes a few days to arrive.`;
    case 'on-its-way':
      return `The refund of ${amount} is on its way. Depending on your bank it takes a few days to arrive.`;
    case 'voided':
      return `The payment of ${amount} has been cancelled before it was taken.`;
    default:
      return validation?.total.amount === 0 ? 'There was nothing to pay.' : 'You have not been charged.';
  }
}

import { formatMoney } from '@order-workflow/order-domain';
import type { NotifiableRecord } from '../../notifiable-record.ts';

/** Where the money is of an order that holds none any more, in a sentence or two. */
export function moneyBack({ refund, validation }: NotifiableRecord): string {
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

/** The subject of a notice that says so. */
export function undoneSubject({ refund }: NotifiableRecord): string {
  if (refund?.status === 'on-its-way') return 'cancelled, refund coming';
  return refund?.status === 'refunded' ? 'cancelled and refunded' : 'cancelled';
}

/** The last sentence of such a notice. While a refund is on its way its order still stands, and one of the same number is a duplicate of it. */
export function orderAgain({ refund }: NotifiableRecord): string {
  if (refund?.status !== 'on-its-way') return 'You are welcome to order again.';
  return 'You are welcome to order again: anew at any time, and this same order once the refund is made.';
}

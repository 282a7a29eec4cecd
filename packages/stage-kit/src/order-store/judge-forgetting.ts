import type { OrderItem } from './order-item.ts';
import { isEnd } from './order-status.ts';

/** What comes of forgetting whose an order was. */
export type ForgetJudgement =
  | { readonly answer: 'forgets'; readonly item: OrderItem }
  /** It is being worked on, or cancelled: that needs what the order says, and its end keeps it. */
  | { readonly answer: 'underway'; readonly item: OrderItem }
  /** There is no such order, or nothing of it says whose it was. */
  | { readonly answer: 'forgotten' };

/** Whether what an item says of its customer can go: once the attempt has ended, whatever the end. */
export function judgeForgetting(item: OrderItem | undefined): ForgetJudgement {
  if (!item || isForgotten(item)) return { answer: 'forgotten' };
  return { answer: isEnd(item.status) ? 'forgets' : 'underway', item };
}

/** Whether nothing is left of the order that an undo could work with. */
export function isForgotten({ record, customer, attempt }: OrderItem): boolean {
  return attempt > 0 && customer === undefined && !('rejection' in record) && record.order === undefined;
}

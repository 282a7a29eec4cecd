import { sameExecution } from './execution-identity.ts';
import type { NoticedOrder, OrderItem } from './order-item.ts';

/** `marks`: the notice counts as sent once that is written. `superseded`: another notice has followed. */
export type SentJudgement =
  | { readonly answer: 'marks'; readonly item: OrderItem }
  | { readonly answer: 'marked' }
  | { readonly answer: 'superseded' };

/** Whether a notice is yet to be marked as sent. Once another has followed, nobody asks after it any more. */
export function judgeSent(item: OrderItem | undefined, told: NoticedOrder): SentJudgement {
  if (!item?.notice || !sameNotice(item, told)) return { answer: 'superseded' };
  return item.notice.state === 'sent' ? { answer: 'marked' } : { answer: 'marks', item };
}

/** Also where the attempt has ended meanwhile that was only announced to end. */
function sameNotice(item: OrderItem, told: NoticedOrder): boolean {
  return (
    sameExecution(item.owner, told.owner) &&
    item.attempt === told.attempt &&
    item.notice?.id === told.notice.id &&
    item.notice.sequence === told.notice.sequence
  );
}

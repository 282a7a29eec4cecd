import { sameExecution } from './execution-identity.ts';
import type { ClosedOrder } from './judge-close.ts';
import type { OrderItem } from './order-item.ts';

/** `marks`: the notice counts as sent once that is written. `superseded`: another notice has followed. */
export type SentJudgement =
  | { readonly answer: 'marks'; readonly item: OrderItem }
  | { readonly answer: 'marked' }
  | { readonly answer: 'superseded' };

/** Whether a notice is yet to be marked as sent. Once another has followed, nobody asks after it any more. */
export function judgeSent(item: OrderItem | undefined, closed: ClosedOrder): SentJudgement {
  if (!item?.notice || !sameEnd(item, closed)) return { answer: 'superseded' };
  return item.notice.state === 'sent' ? { answer: 'marked' } : { answer: 'marks', item };
}

function sameEnd(item: OrderItem, closed: ClosedOrder): boolean {
  return (
    sameExecution(item.owner, closed.owner) &&
    item.attempt === closed.attempt &&
    item.status === closed.status &&
    item.notice?.sequence === closed.notice.sequence
  );
}

import { type Closed, type Closer, judgeClose } from './judge-close.ts';
import type { NoticedOrder, OrderItem } from './order-item.ts';

/** What came of an announcement. */
export type Announced =
  /** The order stays as it is, and its owner's. `order.notice` is to be published while it is `sending`. */
  | { readonly answer: 'announced'; readonly order: NoticedOrder }
  /** It has ended so already, or who announces it may not say how it ends. */
  | Closed;

/** `announces`: the notice is claimed once that is written. */
export type AnnouncementJudgement = { readonly answer: 'announces' } | Announced;

/**
 * Whether an execution may tell how an order will end, before the end: who may end it, once. Nothing else follows from that, since an
 * undo that is accepted is not done: until it is, the attempt holds something, and no other may begin.
 */
export function judgeAnnouncement(item: OrderItem | undefined, closer: Closer): AnnouncementJudgement {
  const judgement = judgeClose(item, closer);
  if (judgement.answer !== 'closes') return judgement;
  return item?.notice && item.announced === closer.outcome
    ? { answer: 'announced', order: { ...item, notice: item.notice } }
    : { answer: 'announces' };
}

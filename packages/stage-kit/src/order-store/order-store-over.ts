import { judgeAdoption } from './judge-adoption.ts';
import { judgeAnnouncement } from './judge-announcement.ts';
import { judgeClose } from './judge-close.ts';
import { judgeSent } from './judge-sent.ts';
import { announcedItem, closedItem, sentItem } from './next-item.ts';
import { orderClaimsOver } from './order-claims-over.ts';
import type { AdoptAnswer, AnnounceAnswer, CloseAnswer, OrderStore, SentAnswer } from './order-store.ts';
import type { OrderTable } from './order-table.ts';
import { orderTakeoversOver } from './order-takeovers-over.ts';
import { type Judged, settle } from './settle.ts';

/**
 * The order store over a table. `deadline` begins the time that one call may take, with all that it asks of the table.
 */
export function orderStoreOver(table: OrderTable, deadline: () => AbortSignal): OrderStore {
  return {
    ...orderClaimsOver(table, deadline),
    ...orderTakeoversOver(table, deadline),

    close: (closing) =>
      settle(table, closing.orderId, deadline(), 'read-first', (found): Judged<CloseAnswer> => {
        const judgement = judgeClose(found, closing);
        if (judgement.answer !== 'closes') return { answer: judgement };
        const order = closedItem(found, closing);
        return { write: order, answer: { answer: 'closed', order } };
      }),

    announce: (closing) =>
      settle(table, closing.orderId, deadline(), 'read-first', (found): Judged<AnnounceAnswer> => {
        const judgement = judgeAnnouncement(found, closing);
        if (judgement.answer !== 'announces') return { answer: judgement };
        const order = announcedItem(found, closing);
        return { write: order, answer: { answer: 'announced', order } };
      }),

    markSent: (told) =>
      settle(table, told.orderId, deadline(), { assumed: told }, (found): Judged<SentAnswer> => {
        const judgement = judgeSent(found, told);
        if (judgement.answer !== 'marks') return { answer: judgement };
        return { write: sentItem(judgement.item, told.notice), answer: { answer: 'marked' } };
      }),

    adopt: (adoption) =>
      settle(table, adoption.orderId, deadline(), { assumed: undefined }, (found): Judged<AdoptAnswer> => {
        const judgement = judgeAdoption(found, adoption);
        if (judgement.answer === 'kept') return { answer: judgement };
        return { write: judgement.item, answer: { answer: judgement.answer === 'adopts' ? 'adopted' : 'kept' } };
      }),
  };
}

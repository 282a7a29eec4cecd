import { judgeTakeover } from './judge-takeover.ts';
import { answeredItem, cancelledItem, takenItem } from './next-item.ts';
import type { OrderTakeovers, TakeoverAnswer } from './order-store.ts';
import type { OrderTable } from './order-table.ts';
import { type Judged, settle } from './settle.ts';

/** The takeovers alone, for the state that makes them: it need not load what claims or ends an order. */
export function orderTakeoversOver(table: OrderTable, deadline: () => AbortSignal): OrderTakeovers {
  return {
    takeOver: (takeover) =>
      settle(table, takeover.orderId, deadline(), 'read-first', (found): Judged<TakeoverAnswer> => {
        const judgement = judgeTakeover(found, takeover.execution);
        switch (judgement.answer) {
          case 'leaves':
            return { write: cancelledItem(takeover), answer: { answer: 'left' } };
          case 'takes': {
            const { item } = judgement;
            const { record, worker = item.owner } = item;
            return { write: takenItem(item, takeover), answer: { answer: 'taken', record, worker } };
          }
          case 'ends': {
            const { item, owner, attempt, status } = judgement;
            return { write: answeredItem(item, takeover), answer: { answer: 'ended', owner, attempt, status } };
          }
          default:
            return { answer: judgement };
        }
      }),
  };
}

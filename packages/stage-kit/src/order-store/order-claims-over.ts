import { judgeClaim } from './judge-claim.ts';
import { answeredItem, claimedItem } from './next-item.ts';
import type { ClaimAnswer, OrderClaims } from './order-store.ts';
import type { OrderTable } from './order-table.ts';
import { type Judged, settle } from './settle.ts';

/** How often a refusal is written anew because others are refused at the same moment. */
const mostRefusals = 16;

/** The claims alone, for the stage that makes them: it need not load what ends an order. */
export function orderClaimsOver(table: OrderTable, deadline: () => AbortSignal): OrderClaims {
  return {
    claim: (claim) =>
      settle(table, claim.orderId, deadline(), { assumed: undefined }, (found): Judged<ClaimAnswer> => {
        const judgement = judgeClaim(found, claim);
        if (judgement.answer === 'refuses') {
          const { item, answer: _, ...ownership } = judgement;
          return {
            write: answeredItem(item, claim),
            rounds: mostRefusals,
            answer: { answer: 'duplicate', ...ownership },
          };
        }
        if (judgement.answer !== 'owns') return { answer: judgement };
        const item = claimedItem(found, claim, judgement.attempt);
        return { write: item, answer: { answer: 'owned', record: item.record } };
      }),
  };
}

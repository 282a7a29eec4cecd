import type { Standing } from './judge-claim.ts';

/** Whose an order is and how it stands, in a sentence for whoever placed it again. Holds no personal data. */
export function describeStanding(orderId: string, { owner, attempt, status }: Standing): string {
  return `Order ${orderId} is ${status} in attempt ${attempt}, by execution ${owner.id}.`;
}

import type { OrderOwnership } from './judge-claim.ts';

/** Whose an order is and how it stands, in a sentence for whoever placed it again. Holds no personal data. */
export function describeOwnership(orderId: string, { owner, attempt, status, announced }: OrderOwnership): string {
  const stands = attempt === 0 ? `was ${status} before it came` : `is ${status} in attempt ${attempt}`;
  return `Order ${orderId} ${stands}, by execution ${owner.id}${announced ? ': its refund is on the way' : ''}.`;
}

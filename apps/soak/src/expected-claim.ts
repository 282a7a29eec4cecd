import { isDeepStrictEqual } from 'node:util';
import type { Order } from '@order-workflow/order-domain';
import type { Attempt } from './attempts.ts';

/** What a message comes to that meets an order on which nobody works any more: the next attempt, or nothing. */
export type ExpectedClaim = { readonly attempt: number } | 'duplicate';

/** So many attempts new content makes by itself. */
const mostByContent = 20;

/**
 * By the rule of one order, one owner, as it stands in the documents, from what is known of the attempts before.
 * `leftCancelled`: the order was cancelled before anything came of it.
 */
export function expectedClaim(attempts: readonly Attempt[], message: Order, leftCancelled = false): ExpectedClaim {
  const last = attempts.at(-1);
  // Of what was cancelled before it came, only who says an attempt knows.
  if (!last) return leftCancelled && message.attempt === undefined ? 'duplicate' : { attempt: 1 };
  const next = last.number + 1;
  if (last.record.outcome === 'fulfilled') return 'duplicate';
  if (message.attempt !== undefined) return message.attempt === next ? { attempt: next } : 'duplicate';
  const wanted = wantedOf(message);
  if (next > mostByContent || attempts.some(({ order }) => isDeepStrictEqual(wantedOf(order), wanted)))
    return 'duplicate';
  return { attempt: next };
}

/** What the customer asks for, whichever message says it. */
function wantedOf({ attempt: _, attributes: __, items, ...order }: Order): object {
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of items) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return { ...order, items: new Map([...quantities].toSorted(([one], [other]) => (one < other ? -1 : 1))) };
}

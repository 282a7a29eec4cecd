import { sameExecution } from './execution-identity.ts';
import { claimedItem } from './next-item.ts';
import type { OrderItem } from './order-item.ts';
import { isEnd, type OrderStatus } from './order-status.ts';
import type { Adoption } from './order-store.ts';

/**
 * What becomes of an order's item when a deployment finds an execution of it from before the store. `adopts`: the order is
 * that execution's. `notes`: it stays another's, and knows one content more.
 */
export type AdoptionJudgement =
  | { readonly answer: 'adopts'; readonly item: OrderItem }
  | { readonly answer: 'notes'; readonly item: OrderItem }
  | { readonly answer: 'kept' };

/**
 * What was claimed, closed or tried again is left alone. What only a deployment wrote is weighed, while nobody claims: a
 * parcel that left is sure, so it counts more than an execution that may hold something, and that more than one that holds
 * nothing; of equals the later began counts. Whichever it is, no content is new that any of them had: they all asked under the
 * same keys, so which card was tried is not for a deployment to say.
 */
export function judgeAdoption(found: OrderItem | undefined, adoption: Adoption): AdoptionJudgement {
  if (!found) return { answer: 'adopts', item: claimedItem(undefined, adoption, 1, adoption.status) };
  if (found.attempt !== 1 || found.notice || found.worker) return { answer: 'kept' };
  const revision = found.revision + 1;
  if (sameExecution(found.owner, adoption.execution))
    return found.status === 'open' && isEnd(adoption.status)
      ? { answer: 'adopts', item: { ...found, revision, status: adoption.status } }
      : { answer: 'kept' };
  if (!adoption.beforeClaims) return { answer: 'kept' };
  const fingerprints = [...new Set([...found.fingerprints, adoption.fingerprint])];
  if (countsMore(adoption, found)) {
    const item = claimedItem(undefined, adoption, 1, adoption.status);
    return { answer: 'adopts', item: { ...item, revision, fingerprints } };
  }
  if (fingerprints.length === found.fingerprints.length) return { answer: 'kept' };
  return { answer: 'notes', item: { ...found, revision, fingerprints } };
}

function countsMore({ status, execution }: Adoption, found: OrderItem): boolean {
  const more = weightOf(status) - weightOf(found.status);
  return more === 0 ? execution.startedAt > found.owner.startedAt : more > 0;
}

function weightOf(status: OrderStatus): number {
  if (status === 'fulfilled') return 2;
  return isEnd(status) ? 0 : 1;
}

import { versionOfLaterAttempts, writtenVersion } from '@order-workflow/order-domain';
import type { ClosedOrder } from './judge-close.ts';
import type { NoticeState, OrderItem, StoredRecord } from './order-item.ts';
import type { OrderStatus } from './order-status.ts';
import type { Claim, Closing } from './order-store.ts';

type Claimed = Pick<Claim, 'orderId' | 'execution' | 'fingerprint' | 'verdict'>;

/** The item once an attempt has an owner. The last notice stays, so that the next one's sequence goes on from it. */
export function claimedItem(
  found: OrderItem | undefined,
  claimed: Claimed,
  attempt: number,
  status: OrderStatus = 'open',
): OrderItem {
  return {
    version: 1,
    orderId: claimed.orderId,
    revision: (found?.revision ?? 0) + 1,
    owner: claimed.execution,
    attempt,
    status,
    fingerprints: [...(found?.fingerprints ?? []), claimed.fingerprint],
    record: storedRecord(claimed, attempt),
    ...(found?.notice && { notice: found.notice }),
  };
}

function storedRecord({ verdict }: Claimed, attempt: number): StoredRecord {
  const contract = attempt === 1 ? writtenVersion : versionOfLaterAttempts;
  if ('rejection' in verdict) return { contract, attempt, rejection: [...verdict.rejection] };
  return { contract, attempt, order: verdict.order, validation: verdict.validation };
}

/** The item once its attempt has ended: the same write claims the notice. */
export function closedItem(found: OrderItem | undefined, closing: Closing): ClosedOrder {
  const { orderId, execution, outcome, unclaimed } = closing;
  const before = found ?? claimedItem(undefined, { orderId, execution, ...unclaimed }, closing.attempt ?? 1);
  return {
    ...before,
    revision: (found?.revision ?? 0) + 1,
    status: outcome,
    notice: { id: closing.noticeId(before.attempt), sequence: (found?.notice?.sequence ?? 0) + 1, state: 'sending' },
  };
}

export function sentItem(found: OrderItem, notice: NoticeState): OrderItem {
  return { ...found, revision: found.revision + 1, notice: { ...notice, state: 'sent' } };
}

import { versionOfLaterAttempts, writtenVersion } from '@order-workflow/order-domain';
import { answerNote, type ExecutionIdentity } from './execution-identity.ts';
import type { ClosedOrder } from './judge-close.ts';
import type { NoticedOrder, NoticeState, OrderItem, StoredRecord } from './order-item.ts';
import type { OrderStatus } from './order-status.ts';
import type { Claim, Closing, Takeover } from './order-store.ts';

type Claimed = Pick<Claim, 'orderId' | 'execution' | 'attempt' | 'fingerprint' | 'verdict' | 'customer'>;

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
    ...(claimed.customer && { customer: claimed.customer }),
    ...(found?.notice && { notice: found.notice }),
    // One that said a later attempt than it gets is not to get that one, too, by a call that comes late.
    ...answeredWith(found, claimed.attempt && claimed.attempt > attempt ? claimed.execution : undefined),
  };
}

function storedRecord({ verdict }: Claimed, attempt: number): StoredRecord {
  const contract = attempt === 1 ? writtenVersion : versionOfLaterAttempts;
  if ('rejection' in verdict) return { contract, attempt, rejection: [...verdict.rejection] };
  return { contract, attempt, order: verdict.order, validation: verdict.validation };
}

/** How many executions that it has answered an order remembers. */
const mostAnswered = 16;

function answeredWith(found: OrderItem | undefined, execution?: ExecutionIdentity): Pick<OrderItem, 'answered'> {
  const answered = [...(found?.answered ?? []), ...(execution ? [answerNote(execution)] : [])];
  return answered.length > 0 ? { answered: answered.slice(-mostAnswered) } : {};
}

/** The item once an execution that asked for the order, or to cancel it, is answered for good. */
export function answeredItem(found: OrderItem, { execution }: Pick<Takeover, 'execution'>): OrderItem {
  return { ...found, revision: found.revision + 1, ...answeredWith(found, execution) };
}

/** The item once an execution that cancels has taken the order over. */
export function takenItem(found: OrderItem, takeover: Takeover): OrderItem {
  const { worker = found.owner } = found;
  return { ...answeredItem(found, takeover), owner: takeover.execution, worker, status: 'cancelling' };
}

/** The item of an order that is cancelled before any execution came: it keeps nothing, and whoever comes finds it. */
export function cancelledItem({ orderId, execution }: Takeover): OrderItem {
  const record = { contract: writtenVersion, attempt: 0 };
  const identity = { version: 1, orderId, revision: 1, owner: execution, attempt: 0 } as const;
  return { ...identity, status: 'cancelled', fingerprints: [], record, answered: [answerNote(execution)] };
}

/** The item once its attempt has ended: the same write claims the notice, unless the end was announced by it. */
export function closedItem(found: OrderItem | undefined, closing: Closing): ClosedOrder {
  const { announced: _, ...order } = noticedItem(found, closing);
  return { ...order, status: closing.outcome };
}

/** The item once the end of its attempt is announced: nothing changes but the notice. */
export function announcedItem(found: OrderItem | undefined, closing: Closing): NoticedOrder {
  return { ...noticedItem(found, closing), announced: closing.outcome };
}

function noticedItem(found: OrderItem | undefined, closing: Closing): NoticedOrder {
  const { orderId, execution, outcome, unclaimed } = closing;
  const before = found ?? claimedItem(undefined, { orderId, execution, ...unclaimed }, closing.attempt ?? 1);
  const announced = before.announced === outcome ? before.notice : undefined;
  const sequence = (found?.notice?.sequence ?? 0) + 1;
  const notice = announced ?? { id: closing.noticeId(before.attempt), sequence, state: 'sending' };
  return { ...before, revision: (found?.revision ?? 0) + 1, notice };
}

export function sentItem(found: OrderItem, notice: NoticeState): OrderItem {
  return { ...found, revision: found.revision + 1, notice: { ...notice, state: 'sent' } };
}

/**
 * The item once it is forgotten whose order that was and what was in it. What is left holds nothing of anybody: an order of its id is a
 * duplicate as before, and content that was tried is known again by its fingerprint.
 */
export function forgottenItem(found: OrderItem): OrderItem {
  const { customer: _, record, ...rest } = found;
  const { contract, attempt } = record;
  const left = 'rejection' in record ? record : { contract, attempt };
  return { ...rest, revision: found.revision + 1, record: left };
}

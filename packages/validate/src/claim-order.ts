import { attemptSaid, claimableOrderId } from '@order-workflow/order-domain';
import { type Decision, fail, leave, type StageExecution } from '@order-workflow/stage-kit';
import {
  type ClaimAnswer,
  type CustomerHash,
  describeOwnership,
  type OrderClaims,
  type OrderFingerprint,
  OrderStoreUnavailable,
  type StoredRecord,
} from '@order-workflow/stage-kit/order-store';
import { type CatalogUnavailable, OrderAlreadyPlaced, OrderRejected } from './validation-failures.ts';
import type { ValidationReceipt } from './validation-receipt.ts';

type Judged = Decision<ValidationReceipt, OrderRejected | CatalogUnavailable>;
type Claimed = Judged | Decision<never, OrderAlreadyPlaced | OrderStoreUnavailable>;

interface Asked {
  readonly order: unknown;
  readonly execution?: StageExecution | undefined;
}

interface Ports {
  readonly store: OrderClaims;
  readonly fingerprint: OrderFingerprint;
  readonly customer: CustomerHash;
}

/**
 * Asks for the order once it is known what becomes of it, also where it is rejected. What this execution claimed before
 * counts, so that nothing is priced or judged twice. An order whose id cannot be read is nobody's, and nobody claims under
 * a definition that does not say which execution it is.
 */
export async function claimOrder(judged: Judged, { order, execution }: Asked, ports: Ports): Promise<Claimed> {
  const orderId = claimableOrderId(order);
  const verdict = verdictOf(judged, order);
  if (!verdict || orderId === undefined || execution?.id === undefined) return judged;
  const { id, startedAt } = execution;
  const claim = {
    orderId,
    execution: { id, startedAt },
    attempt: attemptSaid(order),
    fingerprint: ports.fingerprint(order),
    customer: ports.customer(order),
    verdict,
  };
  return decide(orderId, await ports.store.claim(claim));
}

/** What is kept of an order; nothing while the catalog is away. */
function verdictOf(judged: Judged, order: unknown) {
  if (judged.kind === 'receipt') return { order, validation: judged.receipt };
  return judged.failure instanceof OrderRejected ? { rejection: judged.failure.reasons } : undefined;
}

function decide(orderId: string, answer: ClaimAnswer): Claimed {
  switch (answer.answer) {
    case 'owned':
      return stored(answer.record);
    case 'ended':
      return fail(new OrderAlreadyPlaced([`This execution has ended order ${orderId} before: ${answer.outcome}.`]));
    case 'duplicate':
      return fail(new OrderAlreadyPlaced([describeOwnership(orderId, answer)]));
    case 'unavailable':
      return fail(new OrderStoreUnavailable(answer.detail));
  }
}

function stored(record: StoredRecord): Claimed {
  if ('rejection' in record) return fail(new OrderRejected(record.rejection));
  // The handler sees that it is one.
  return leave({ ...(record.validation as ValidationReceipt), attempt: record.attempt });
}

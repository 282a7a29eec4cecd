import type { ExecutionIdentity } from '../execution-identity.ts';
import type { OrderItem } from '../order-item.ts';
import type { Claim, Closing } from '../order-store.ts';

/** The execution of this letter: two letters are two executions, and the same letter later is its redrive. */
export function anExecution(letter = 'a'): ExecutionIdentity {
  return {
    id: `arn:aws:states:us-east-1:000000000000:execution:orders:${letter}`,
    startedAt: '2026-03-01T10:00:00.000Z',
  };
}

/** An order that execution `a` owns, before a test says what matters to it. */
export function anItem(fields: Partial<OrderItem> = {}): OrderItem {
  const attempt = fields.attempt ?? 1;
  return {
    version: 1,
    orderId: '12345',
    revision: 1,
    owner: anExecution(),
    attempt,
    status: 'open',
    fingerprints: Array.from({ length: attempt }, (_, index) => `content-${index + 1}`),
    record: { contract: attempt === 1 ? 1 : 2, attempt, order: { orderId: '12345' }, validation: { total: 1 } },
    ...fields,
  };
}

/** What execution `a` says when it asks for the order. */
export function aClaim(fields: Partial<Claim> = {}): Claim {
  return {
    orderId: '12345',
    execution: anExecution(),
    fingerprint: 'content-1',
    verdict: { order: { orderId: '12345' }, validation: { total: 1 } },
    ...fields,
  };
}

/** What execution `a` says when its first attempt went well. */
export function aClosing(fields: Partial<Closing> = {}): Closing {
  const { fingerprint, verdict } = aClaim();
  return {
    orderId: '12345',
    execution: anExecution(),
    attempt: 1,
    outcome: 'fulfilled',
    noticeId: () => 'order-12345-notice-fulfilled',
    unclaimed: { fingerprint, verdict },
    ...fields,
  };
}

import { instant, type Money, type PaymentMethod } from '@order-workflow/order-domain';
import type { ChargeRow, DeclineReason } from './payment-row.ts';

/** A charge as the ledger has it. */
export interface ChargeRecord {
  readonly chargeId: string;
  readonly key: string;
  readonly status: ChargeRow['status'];
  /** None of a key that was blocked before it was charged. */
  readonly amount?: Money;
  readonly method?: PaymentMethod;
  readonly chargedAt?: string;
  readonly reason?: DeclineReason;
  readonly refundId?: string;
  /** Refunds that were given up for good. */
  readonly failedRefunds: number;
}

export function chargeRecord(row: ChargeRow): ChargeRecord {
  const { id: chargeId, key, status, amount, method, chargedAt, reason, refundId, failedRefunds } = row;
  return {
    chargeId,
    key,
    status,
    failedRefunds,
    ...(amount && { amount }),
    ...(method && { method }),
    ...(chargedAt !== undefined && { chargedAt }),
    ...(reason && { reason }),
    ...(refundId !== undefined && { refundId }),
  };
}

/** A charge in the words of the REST interface that the payment stage expects (its README). No money moves here. */
export function chargeBody(row: ChargeRow): object {
  return { livemode: false, ...standing(row) };
}

function standing(row: ChargeRow): object {
  const { id: chargeId, key, status, amount, method, chargedAt, reason, refundId, failedRefunds } = row;
  switch (status) {
    case 'charged':
      return { key, status, chargeId, amount, method, chargedAt, failedRefunds };
    case 'pending':
      return { key, status, chargeId, amount, ...pendingBody(row) };
    case 'refunding':
      return { key, status, chargeId, amount };
    case 'refunded':
      return { key, status, chargeId, refundId, amount };
    case 'voided':
      return { key, status, chargeId };
    case 'declined':
      return { key, status, reason };
    case 'blocked':
      return { key, status };
  }
}

/** A transfer takes as long as it takes; for a confirmation the gateway waits until then. */
function pendingBody({ pending, due }: ChargeRow): object {
  if (!pending) return {};
  const { reason } = pending;
  return reason === 'confirmation' && due !== undefined ? { reason, until: instant(due) } : { reason };
}

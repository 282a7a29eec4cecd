import type { Money } from '@order-workflow/order-domain';
import type { ChargeRow, DeclineReason } from './payment-row.ts';

/** A charge as the ledger has it. */
export interface ChargeRecord {
  readonly chargeId: string;
  readonly key: string;
  readonly status: ChargeRow['status'];
  /** None of a key that was blocked before it was charged. */
  readonly amount?: Money;
  readonly chargedAt?: string;
  readonly reason?: DeclineReason;
  readonly refundId?: string;
  /** Refunds that were given up for good. */
  readonly failedRefunds: number;
}

export function chargeRecord(row: ChargeRow): ChargeRecord {
  const { id: chargeId, key, status, amount, chargedAt, reason, refundId, failedRefunds } = row;
  return {
    chargeId,
    key,
    status,
    failedRefunds,
    ...(amount && { amount }),
    ...(chargedAt !== undefined && { chargedAt }),
    ...(reason && { reason }),
    ...(refundId !== undefined && { refundId }),
  };
}

/** A charge in the words of the REST interface that the payment stage expects (its README). */
export function chargeBody(row: ChargeRow): object {
  const { id: chargeId, key, status, amount, chargedAt, reason, refundId, failedRefunds } = row;
  switch (status) {
    case 'charged':
      return { key, status, chargeId, amount, chargedAt, failedRefunds };
    case 'pending':
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

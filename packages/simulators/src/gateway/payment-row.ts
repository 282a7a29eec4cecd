import type { Money, PaymentMethod } from '@order-workflow/order-domain';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';

export const declineReasons = ['insufficient-funds', 'expired-card', 'not-confirmed', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What the token of a charge says about it, as far as it outlasts the request. Void once the ledger is repaired. */
export interface ChargeMarks {
  /** Milliseconds that a refund of it takes. */
  readonly refundMs?: number;
  /** No refund, void or block of the charge is taken. */
  readonly undoUnavailable?: true;
  /** So many answers about the charge get lost yet. */
  readonly answersToLose?: number;
}

/** A charge as it is asked for. The payment token is not here: it is never kept. */
export interface ChargeRequest extends ChargeMarks {
  readonly key: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
  /** Of all that was asked for (fingerprint.ts). */
  readonly print: string;
}

export interface RefundRequest {
  readonly key: string;
  readonly chargeKey: string;
  readonly chargeId: string;
  readonly amount: Money;
  readonly print: string;
}

/** What a charge waits for, for how long, and how that ends. */
export interface PendingCharge {
  readonly reason: 'transfer' | 'confirmation';
  readonly pendingMs: number;
  readonly becomes: 'charged' | { readonly declined: DeclineReason };
}

/** What becomes of a charge that is accepted. */
export type ChargeResult = 'charged' | 'late' | 'pending' | { readonly declined: DeclineReason } | PendingCharge;
/** What becomes of a refund that is accepted. */
export type RefundResult = 'refunded' | 'late' | 'failed' | 'failed-late';

export interface ChargeRow extends ChargeMarks {
  readonly kind: 'charge';
  readonly id: string;
  readonly key: string;
  readonly print: string;
  /** Milliseconds since the epoch: the key lives from then on. */
  readonly madeAt: number;
  readonly status: 'charged' | 'pending' | 'declined' | 'refunding' | 'refunded' | 'voided' | 'blocked';
  /** None when the key was blocked before a charge. */
  readonly amount?: Money;
  readonly method?: PaymentMethod;
  readonly chargedAt?: string;
  readonly reason?: DeclineReason;
  /** Of a charge that was pending: what it waits for, and how it ends at `due`; charged unless it says otherwise. */
  readonly pending?: PendingCharge;
  readonly refundId?: string;
  readonly failedRefunds: number;
  readonly due?: number;
}

export interface RefundRow {
  readonly kind: 'refund';
  readonly id: string;
  readonly key: string;
  readonly print: string;
  readonly madeAt: number;
  readonly chargeKey: string;
  readonly chargeId: string;
  readonly fate: RefundResult;
  readonly due?: number;
}

/** A request that nobody was answered and that is still on its way. */
export interface QueuedRow {
  readonly kind: 'queued';
  readonly id: string;
  readonly key: string;
  readonly request: QueuedRequest;
  /** Milliseconds since the epoch. */
  readonly notAfter?: number;
  readonly due?: number;
}

/** A failure of the gateway itself, which is the answer to its key as any other. */
export interface FailureRow {
  readonly kind: 'failure';
  readonly id: string;
  readonly key: string;
  readonly madeAt: number;
  readonly due?: number;
}

export type QueuedRequest =
  | { readonly call: 'charge'; readonly charge: ChargeRequest; readonly fate: ChargeResult }
  | { readonly call: 'refund'; readonly refund: RefundRequest; readonly fate: RefundResult }
  | { readonly call: 'void' | 'block'; readonly key: string };

export type PaymentRow = ChargeRow | RefundRow | QueuedRow | FailureRow;
export type PaymentEffect = ChargeRow['status'] | 'refund-failed';
export type PaymentEntry = JournalEntry<PaymentEffect>;
export type PaymentStore = LedgerStore<PaymentRow, PaymentEntry>;

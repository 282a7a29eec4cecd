import type { Money, PaymentMethod } from '@order-workflow/order-domain';
import type { DeclineReason } from '../decline-reason.ts';

/** What a charge waits for: a transfer that is under way, or a customer who must confirm it, as by 3-D Secure. */
export const pendingReasons = ['transfer', 'confirmation'] as const;
export type PendingReason = (typeof pendingReasons)[number];

/** One charge for one order. Its key stays the same whoever repeats it and whenever. */
export interface ChargeRequest {
  /** Idempotency key, such as `order-12345-charge`. */
  readonly key: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
  /** What the provider's client gave for the customer's card or account. Personal data: it goes to the gateway only. */
  readonly token?: string;
}

export interface RefundRequest {
  /** Idempotency key of the refund itself, such as `order-12345-refund`. */
  readonly key: string;
  readonly chargeId: string;
  /** All of what was charged. */
  readonly amount: Money;
  /** The charge as it was asked for. */
  readonly charge: ChargeRequest;
}

/** A charge as the gateway's ledger has it. What it says is the ledger's own, to be checked against what was asked for. */
export type LedgerEntry = Charge & {
  /** No money moves: the gateway is a simulation, or in its test mode. */
  readonly simulated?: true | undefined;
};

type Charge =
  | {
      readonly kind: 'charged';
      readonly chargeId: string;
      readonly amount: Money;
      readonly method: PaymentMethod;
      /** Instant in UTC. */
      readonly chargedAt: string;
      /** Refunds of this charge that the gateway gave up for good. */
      readonly failedRefunds: number;
    }
  /** Accepted, and neither charged nor declined yet. */
  | {
      readonly kind: 'pending';
      readonly chargeId: string;
      readonly amount: Money;
      /** What it waits for, where the gateway says it. */
      readonly reason?: PendingReason | undefined;
      /** Instant in UTC at which the gateway will have decided, where it says one. */
      readonly until?: string | undefined;
    }
  /** Nothing was charged, for good. */
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
  /** The refund is accepted and the money still held. */
  | { readonly kind: 'refunding'; readonly chargeId: string; readonly amount: Money }
  /** `amount` is what went back. */
  | { readonly kind: 'refunded'; readonly chargeId: string; readonly refundId: string; readonly amount: Money }
  | { readonly kind: 'voided'; readonly chargeId: string }
  /** Nothing was charged and the key takes no charge any more. */
  | { readonly kind: 'blocked' };

/** The gateway has no charge under the key. */
export interface NoCharge {
  readonly kind: 'none';
}

/** The gateway will not do this, now or later: the key belongs to another charge, or the request is wrong. */
export interface Misused {
  readonly kind: 'misused';
  readonly detail: string;
}

/** Details are for operators and hold no personal data. */
export type NoAnswer =
  /** It may have happened or not. */
  | { readonly kind: 'unknown'; readonly detail: string }
  /** It did not happen: the gateway could not be reached or turned the request away for now. */
  | { readonly kind: 'unavailable'; readonly detail: string };

export type GatewayAnswer = LedgerEntry | NoCharge | Misused | NoAnswer;

/**
 * Whoever moves the money. Every call answers with the charge as it stands afterwards, and none throws: not to answer is
 * an answer. All may be repeated: the same key means the same operation. Each takes the whole charge as it was asked
 * for, so that an adapter without a memory of its own can answer in another process.
 *
 * A refund, a void and a block leave their key so that it takes no charge any more, however late one arrives and whatever
 * answers to keys the gateway has forgotten by then: that is what an undo is.
 */
export interface PaymentGateway {
  /** How the charge of this key stands. Asking has no effect. */
  find(charge: ChargeRequest): Promise<GatewayAnswer>;
  /** Charges once a key. A key that is blocked, voided or refunded is answered with that, for ever, and charges nothing. */
  charge(charge: ChargeRequest): Promise<GatewayAnswer>;
  /** Gives back what was charged, once a refund key. */
  refund(refund: RefundRequest): Promise<GatewayAnswer>;
  /** Stops a charge that is pending. One that is no longer pending is answered as it stands. */
  void(charge: ChargeRequest): Promise<GatewayAnswer>;
  /** Makes sure that the key takes no charge later, of which one was declined too. Any other charge is answered as it stands. */
  block(charge: ChargeRequest): Promise<GatewayAnswer>;
}

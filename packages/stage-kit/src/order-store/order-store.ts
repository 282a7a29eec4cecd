import type { ExecutionIdentity } from './execution-identity.ts';
import type { Announced } from './judge-announcement.ts';
import type { Claimant, Claimed } from './judge-claim.ts';
import type { Closed, Closer } from './judge-close.ts';
import type { Taken } from './judge-takeover.ts';
import type { NoticedOrder } from './order-item.ts';
import type { OrderStatus } from './order-status.ts';

/** What the first stage found before it asks for the order, so that nothing is judged or priced twice. */
export type Verdict =
  | { readonly order: unknown; readonly validation: unknown }
  /** Reasons without personal data. The order itself is not kept: it holds nothing that could be undone. */
  | { readonly rejection: readonly string[] };

/** An execution asks for an order. */
export type Claim = Claimant & {
  readonly orderId: string;
  readonly verdict: Verdict;
  /** The keyed hash of its customer, by which orders are listed; undefined of what names none. */
  readonly customer?: string | undefined;
};

export type ClaimAnswer = Claimed | Unavailable;

/** An execution takes an order over to cancel it. */
export interface Takeover {
  readonly orderId: string;
  readonly execution: ExecutionIdentity;
}

export type TakeoverAnswer = Taken | Unavailable;

/** An execution says how its attempt ended, and claims the notice that tells of it. */
export type Closing = Closer & {
  readonly orderId: string;
  /** The id of the notice of an attempt, the same however often it is published. */
  noticeId(attempt: number): string;
  /** For an order that has no item yet, as one that was placed before there was a store. */
  readonly unclaimed: Pick<Claim, 'fingerprint' | 'verdict'>;
};

export type CloseAnswer = Closed | Unavailable;

export type AnnounceAnswer = Announced | Unavailable;

export type SentAnswer =
  | { readonly answer: 'marked' }
  /** Another notice has followed. */
  | { readonly answer: 'superseded' }
  | Unavailable;

/** An execution from before the store, as a deployment finds it. */
export type Adoption = Omit<Claim, 'attempt'> & {
  readonly status: OrderStatus;
  /** Nobody claims yet: an item that is there was adopted, too, and the executions are weighed. */
  readonly beforeClaims?: boolean;
};

export type AdoptAnswer =
  | { readonly answer: 'adopted' }
  /** The order is claimed, or another execution's that counts more. */
  | { readonly answer: 'kept' }
  | Unavailable;

/** The store, or what was asked for of it, could not be had within the time. Asking again is safe: each call looks first. */
export interface Unavailable {
  readonly answer: 'unavailable';
  /** For operators; without personal data. */
  readonly detail: string;
}

/** What the first stage asks of the order store. */
export interface OrderClaims {
  claim(claim: Claim): Promise<ClaimAnswer>;
}

/** What the first state of a cancellation asks of the order store. */
export interface OrderTakeovers {
  takeOver(takeover: Takeover): Promise<TakeoverAnswer>;
}

/**
 * Whose an order is and how it stands. Only the first stage and the last know it, of a cancellation too. Each call may be repeated at will and
 * whatever became of the one before: what this execution wrote itself is success. What does not pass by itself is
 * thrown ({@link OrderTable}).
 */
export interface OrderStore extends OrderClaims, OrderTakeovers {
  close(closing: Closing): Promise<CloseAnswer>;
  /**
   * Claims the notice that tells how the attempt will end, and leaves it open: an undo is accepted and not done. Its close claims no
   * other.
   */
  announce(closing: Closing): Promise<AnnounceAnswer>;
  /** Notes that an order's notice was published. Without it a repeat publishes it again, under the same id. */
  markSent(told: NoticedOrder): Promise<SentAnswer>;
  /** Writes the item of an order from before the store, where nobody has claimed it. */
  adopt(adoption: Adoption): Promise<AdoptAnswer>;
}

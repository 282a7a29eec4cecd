import { answerNote, type ExecutionIdentity, sameExecution } from './execution-identity.ts';
import type { OrderItem, StoredRecord } from './order-item.ts';
import { type AttemptEnd, holdsNothing, isEnd, type OrderStatus } from './order-status.ts';

/** Attempts that other content makes by itself. After them only somebody who says `attempt` makes another. */
export const attemptsByContent = 20;

/** What an execution says of itself when it asks for an order. */
export interface Claimant {
  readonly execution: ExecutionIdentity;
  /** The attempt that the order asks for, where it says one. */
  readonly attempt?: number | undefined;
  readonly fingerprint: string;
}

/** How an order stands that is somebody's already. */
export interface OrderOwnership {
  readonly owner: ExecutionIdentity;
  readonly attempt: number;
  readonly status: OrderStatus;
  /** How it will end, where the customer was told so before the end. */
  readonly announced?: OrderStatus | undefined;
}

/** What came of a claim. */
export type Claimed =
  /** The order is this execution's, and this is its verdict: the stored one, if it had claimed before. */
  | { readonly answer: 'owned'; readonly record: StoredRecord }
  /** It was this execution's and has ended: there is nothing left to do. */
  | { readonly answer: 'ended'; readonly attempt: number; readonly outcome: AttemptEnd }
  /** It is another's, or is being cancelled: this execution holds nothing, undoes nothing and tells nobody. */
  | ({ readonly answer: 'duplicate' } & OrderOwnership);

/** `owns`: the attempt is this execution's once that is written. */
export type ClaimJudgement =
  | { readonly answer: 'owns'; readonly attempt: number }
  /** It is another's, and the next attempt could be this execution's: that it never will be is answered once it is written. */
  | ({ readonly answer: 'refuses'; readonly item: OrderItem } & OrderOwnership)
  | Claimed;

/**
 * Whose an order is that an execution asks for: by identity, never by time or name. Messages may arrive twice and in
 * any order, so content that an earlier attempt had is no new attempt unless the order says so aloud. An execution that was
 * told `duplicate` has ended by that, so a call of it that comes late gets nothing, also where it could have had it.
 */
export function judgeClaim(item: OrderItem | undefined, claimant: Claimant): ClaimJudgement {
  if (!item) return { answer: 'owns', attempt: 1 };
  const { owner, attempt, status, announced, answered = [] } = item;
  const ownership = { owner, attempt, status, ...(announced && { announced }) };
  if (sameExecution(owner, claimant.execution)) {
    if (status === 'open') return { answer: 'owned', record: item.record };
    if (isEnd(status)) return { answer: 'ended', attempt, outcome: status };
  } else if (!answered.includes(answerNote(claimant.execution))) {
    if (holdsNothing(status) && isNextAttempt(item, claimant)) return { answer: 'owns', attempt: attempt + 1 };
    if (mayBeNextAttempt(item, claimant)) return { answer: 'refuses', item, ...ownership };
  }
  return { answer: 'duplicate', ...ownership };
}

function isNextAttempt(item: OrderItem, claimant: Claimant): boolean {
  const { attempt: said } = claimant;
  // Attempt 0 was cancelled before it came: only who says an attempt knows of that, and whichever is said is the first here.
  if (said) return item.attempt === 0 || said === item.attempt + 1;
  return item.attempt > 0 && makesAnAttempt(item, claimant);
}

/** Whether it would be the next attempt of the order as it may stand later. */
function mayBeNextAttempt(item: OrderItem, claimant: Claimant): boolean {
  return claimant.attempt ? claimant.attempt > item.attempt : makesAnAttempt(item, claimant);
}

/** By its content alone, which no attempt had. */
function makesAnAttempt({ attempt, fingerprints }: OrderItem, { fingerprint }: Claimant): boolean {
  return attempt < attemptsByContent && !fingerprints.includes(fingerprint);
}

/** Whose an order is and how it stands, in a sentence for whoever placed it again. Holds no personal data. */
export function describeOwnership(orderId: string, { owner, attempt, status, announced }: OrderOwnership): string {
  const stands = attempt === 0 ? `was ${status} before it came` : `is ${status} in attempt ${attempt}`;
  return `Order ${orderId} ${stands}, by execution ${owner.id}${announced ? ': its refund is on the way' : ''}.`;
}

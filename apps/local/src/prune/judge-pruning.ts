import { cancellationError } from '../orders/cancelled-since.ts';
import { holdsNothing } from '../orders/judge-placing.ts';

/** Why an order, with all that belongs to it, is not pruned. */
export type WhyKept =
  | 'under way'
  | 'a person must act'
  | 'ended later'
  | 'money is held without a parcel'
  | 'gateway or carrier are not done'
  | 'a notice waits'
  | 'pieces are held'
  | 'its Idempotency-Key lives';

/** An execution of an order, or one that cancels it, in the order in which they began. */
export interface PrunableExecution {
  readonly executionArn: string;
  /** When it ended, in milliseconds since the epoch; undefined while it runs. */
  readonly stoppedAt: number | undefined;
  readonly succeeded: boolean;
  readonly error?: string;
  readonly outcome?: string;
}

/** All that a data folder has of an order. */
export interface OrderFacts {
  /** Undefined of an execution whose input names no order: it stands for itself. */
  readonly orderId: string | undefined;
  readonly executions: readonly PrunableExecution[];
  /** What the order store has, where it has it. */
  readonly stored?: {
    readonly status: string;
    /** An undo is on its way. */
    readonly announced: boolean;
    /** When its last attempt began, in milliseconds since the epoch. */
    readonly since: number;
  };
  /** The gateway holds money, and no parcel of the same attempt stands at the carrier. */
  readonly looseMoney: boolean;
  /** Something is yet to happen by itself at the gateway or the carrier. */
  readonly worldNotDone: boolean;
  /** A notice waits in a queue, or is yet to become a letter. */
  readonly noticeWaits: boolean;
  readonly piecesHeld: boolean;
  readonly keyLives: boolean;
}

/**
 * Why nothing of an order may go; undefined where all of it may. It goes as a whole, so that what is left of it never looks like an
 * order that was not charged.
 *
 * @param before in milliseconds since the epoch: what ended then or later stays
 */
export function whyKept(order: OrderFacts, before: number): WhyKept | undefined {
  const { executions, stored } = order;
  if (executions.some(({ stoppedAt }) => stoppedAt === undefined)) return 'under way';
  if (executions.some((one, at) => needsPerson(one, executions.slice(at + 1)))) return 'a person must act';
  if (stored && (stored.announced || !hasEnded(stored.status))) return 'under way';
  if (Math.max(...executions.map(({ stoppedAt = 0 }) => stoppedAt), stored?.since ?? 0) >= before) return 'ended later';
  if (order.looseMoney) return 'money is held without a parcel';
  if (order.worldNotDone) return 'gateway or carrier are not done';
  if (order.noticeWaits) return 'a notice waits';
  if (order.piecesHeld) return 'pieces are held';
  return order.keyLives ? 'its Idempotency-Key lives' : undefined;
}

/** As the desk has it: neither stopped for a cancellation nor followed by an execution that settled what it left. */
function needsPerson({ succeeded, error }: PrunableExecution, later: readonly PrunableExecution[]): boolean {
  const settled = later.some(({ outcome }) => outcome !== undefined && outcome !== 'duplicate');
  return !succeeded && error !== cancellationError && !settled;
}

function hasEnded(status: string): boolean {
  return status === 'fulfilled' || holdsNothing(status);
}

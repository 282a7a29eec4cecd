import type { Money } from '@order-workflow/order-domain';
import type { ExecutionStatus } from '../orders/execution-report.ts';

/** What the desk shows of an execution in a list. What does not apply is absent. Instants are milliseconds since the epoch. */
export interface DeskEntry {
  readonly executionArn: string;
  readonly name: string;
  /** What its state machine does with orders. */
  readonly of: 'orders' | 'cancellations';
  readonly orderId?: string;
  /** Which attempt at the order it is; absent where it had none: a duplicate, or it ended before it had claimed. */
  readonly attempt?: number;
  readonly customer?: string;
  readonly status: ExecutionStatus;
  readonly outcome?: string;
  /** The state in which it stands or ended. */
  readonly state?: string;
  /** Since when it is in that state. */
  readonly enteredAt?: number;
  /** How often the work of that state has failed since. */
  readonly failures: number;
  /** Why it ended without success or, while it runs, why the last try failed. */
  readonly error?: string;
  /** The sentence of that cause. */
  readonly cause?: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly redriveCount: number;
  readonly total?: Money;
  readonly money: string;
  readonly parcel: string;
  readonly chargeId?: string;
  readonly trackingNumber?: string;
  readonly notificationId?: string;
  /** The notice to the customer was parked. */
  readonly notTold?: true;
}

/** An entry, and what it is found by. */
export interface IndexedEntry {
  readonly entry: DeskEntry;
  /** In the order in which executions began. */
  readonly position: number;
  /** In lower case. */
  readonly words: string;
}

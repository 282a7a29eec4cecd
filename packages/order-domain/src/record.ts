import type { FailureNote } from './failure-note.ts';
import type { Order } from './order.ts';
import type { Outcome } from './outcome.ts';
import type { RecordVersion } from './record-version.ts';

/**
 * What flows from state to state: one growing record, in which each stage adds its receipt under its own key. This is
 * the part that the workflow itself writes; receipts join it by the composition's types.
 */
export interface OrderRecord {
  /** What the keys mean; see `writtenVersion`. */
  readonly contract: RecordVersion;
  readonly order: Order;
  /** Set where it is decided, present in every final output. */
  readonly outcome?: Outcome;
  /** Present when a stage failed and the order went another way. */
  readonly failure?: FailureNote;
}

/** The keys of the record that are no stage's. */
export const workflowKeys = ['contract', 'order', 'outcome', 'failure'] as const satisfies (keyof OrderRecord)[];

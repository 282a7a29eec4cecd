import type { Money } from '@order-workflow/order-domain';
import type { Call } from '../faults/fault-facts.ts';
import type { FaultName } from '../faults/faults.ts';

/** Something that a ledger saw. `at` is an instant in UTC. */
export type JournalEntry<Effect extends string> =
  | {
      readonly kind: 'call';
      readonly at: string;
      readonly call: Call;
      readonly key: string;
      readonly amount?: Money;
      /** What it would be answered with; undefined when the ledger was not asked, since a fault stood before it. */
      readonly status?: number;
      readonly fault?: FaultName;
    }
  | {
      readonly kind: 'effect';
      readonly at: string;
      readonly effect: Effect;
      readonly key: string;
      /** Of the charge or the shipment. */
      readonly id: string;
      readonly amount?: Money;
    };

import { instant } from '@order-workflow/order-domain';
import { type FaultName, faultKind } from '../faults/faults.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { Answer, Operation } from './operation.ts';

/** A ledger as far as an operation is run on it. */
export interface SteppedLedger {
  step<T>(work: (now: number) => T): T;
  note(entry: JournalEntry<never>): void;
}

interface Parts {
  readonly layer: 'gateway' | 'carrier';
  readonly ledger: SteppedLedger;
  readonly switchboard: Switchboard;
}

export interface Ran {
  readonly fault: FaultName | undefined;
  /** Undefined when the fault stood before the ledger. */
  readonly answer: Answer | undefined;
}

/** To whoever still waits for a request that has outlived its time. */
const tooLate: Answer = { status: 410, body: { error: 'too-late' } };

/** Runs a call as far as a fault lets it come, and enters it in the journal in the same step as its effect. */
export function runOperation(operation: Operation, { layer, ledger, switchboard }: Parts): Ran {
  const { call, key, amount, notAfter = Number.POSITIVE_INFINITY } = operation;
  return ledger.step((now) => {
    const struck = operation.fault?.() ?? switchboard.take({ layer, call, about: key });
    const effect = struck === undefined ? 'done' : (faultKind(struck).effect ?? 'done');
    const answer = effect !== 'done' ? undefined : now > notAfter ? tooLate : operation.perform(now);
    if (effect === 'later') operation.postpone?.(now);
    if (effect === 'kept') operation.keepFailure?.(now);
    const fault = struck ?? (operation.losesAnswer?.() ? 'cut-after' : undefined);
    ledger.note({
      kind: 'call',
      at: instant(now),
      call,
      key,
      ...(amount && { amount }),
      ...(answer && { status: answer.status }),
      ...(fault && { fault }),
    });
    return { fault, answer };
  });
}

import type { StageFailure } from './stage-failure.ts';

/** What a stage decided: the receipt it leaves, or the failure that its handler throws. */
export type Decision<Receipt, Failure extends StageFailure = StageFailure> =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** The stage did its work and leaves this receipt. */
export function leave<Receipt>(receipt: Receipt): Decision<Receipt, never> {
  return { kind: 'receipt', receipt };
}

/** The stage rejected the order or met a fault. */
export function fail<Failure extends StageFailure>(failure: Failure): Decision<never, Failure> {
  return { kind: 'failure', failure };
}

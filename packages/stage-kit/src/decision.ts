import type { StageFailure } from './stage-failure.ts';

/** How often a stage came upon what its manifest lists as findings, by their names. */
export type FindingCounts = Readonly<Record<string, number>>;

/** What a stage decided: the receipt it leaves, or the failure that its handler throws; and what it came upon on the way. */
export type Decision<Receipt, Failure extends StageFailure = StageFailure> = (
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'failure'; readonly failure: Failure }
) & { readonly found?: FindingCounts };

/** The stage did its work and leaves this receipt. */
export function leave<Receipt>(receipt: Receipt): Decision<Receipt, never> {
  return { kind: 'receipt', receipt };
}

/** The stage rejected the order or met a fault. */
export function fail<Failure extends StageFailure>(failure: Failure): Decision<never, Failure> {
  return { kind: 'failure', failure };
}

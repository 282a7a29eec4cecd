import type { Decision, Fault, Rejection } from '@order-workflow/stage-kit';

/** Attempts of a stage that is tried for a minute, and for six hours, before it is given up (infra/src/policy/retry-policies.ts). */
export const promptTries = 7;
export const patientTries = 31;

type Ended<Receipt> = { readonly tries: number } & (
  | { readonly receipt: Receipt }
  | { readonly failure: Rejection | Fault }
);

/** Runs a stage as the workflow does: again while it fails with a fault, so many times at most. */
export async function attempts<Receipt>(
  most: number,
  decide: () => Promise<Decision<Receipt, Rejection | Fault>>,
): Promise<Ended<Receipt>> {
  for (let tries = 1; ; tries++) {
    const decision = await decide();
    if (decision.kind === 'receipt') return { tries, receipt: decision.receipt };
    const { failure } = decision;
    if (failure.family === 'rejection' || tries === most) return { tries, failure };
  }
}

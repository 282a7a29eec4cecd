/** Milliseconds by which the clocks of a gateway or a carrier and ours may differ. */
const clocksDiffer = 10_000;

/**
 * Whether an effect in somebody's ledger was there before this execution began, so that an earlier execution of the same
 * order made it (docs/decisions/0008). Both are instants; an order that says not when it was validated makes no claim.
 */
export function ofEarlierExecution(madeAt: string, validatedAt: string | undefined): boolean {
  return validatedAt !== undefined && Date.parse(madeAt) < Date.parse(validatedAt) - clocksDiffer;
}

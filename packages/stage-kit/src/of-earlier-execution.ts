import type { StageExecution } from './stage-execution.ts';

/** Milliseconds by which the clocks of a gateway or a carrier and of Step Functions may differ. */
const clocksDiffer = 10_000;

/**
 * Whether an effect in somebody's ledger was there before this execution began, so that an earlier execution of the same
 * order made it (docs/decisions/0008). `madeAt` is an instant. Whoever does not say which execution makes no claim.
 */
export function ofEarlierExecution(madeAt: string, execution: StageExecution | undefined): execution is StageExecution {
  return execution !== undefined && Date.parse(madeAt) < Date.parse(execution.startedAt) - clocksDiffer;
}

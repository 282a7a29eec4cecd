import * as z from 'zod/mini';

/**
 * What a stage may read of the execution that it belongs to. Every task is given it beside the record, under `execution`,
 * with how often the task was tried, which is for the log alone.
 */
export const stageExecutionSchema = z.object({
  /** Its ARN. Left out by a definition from before the order store. */
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  /** Instant at which the execution began, by the clock of Step Functions; a redrive does not change it. */
  startedAt: z.string(),
});

export type StageExecution = z.infer<typeof stageExecutionSchema>;

/** Milliseconds by which the clocks of a gateway or a carrier and of Step Functions may differ. */
const clocksDiffer = 10_000;

/**
 * Whether an effect in somebody's ledger was there before this execution began, so that an earlier execution of the same
 * order made it (docs/decisions/0008). `madeAt` is an instant. Whoever does not say which execution makes no claim.
 */
export function ofEarlierExecution(madeAt: string, execution: StageExecution | undefined): execution is StageExecution {
  return execution !== undefined && Date.parse(madeAt) < Date.parse(execution.startedAt) - clocksDiffer;
}

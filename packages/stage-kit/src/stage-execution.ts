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

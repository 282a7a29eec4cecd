import * as z from 'zod/mini';

/**
 * What a stage may read of the execution that it belongs to. Every task is given it beside the record, under `execution`,
 * with the execution's `name` and the task's `attempt`, which are for the log alone.
 */
export const executionSchema = z.object({
  /** Instant at which the execution began, by the clock of Step Functions; a redrive does not change it. */
  startedAt: z.string(),
});

export type Execution = z.infer<typeof executionSchema>;

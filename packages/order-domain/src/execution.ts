import * as z from 'zod/mini';

/** What an undo is told of the execution that it belongs to. It stands beside the record, under `execution`. */
export const executionSchema = z.object({
  /** Instant at which the execution began, by the clock of Step Functions; a redrive does not change it. */
  startedAt: z.string(),
});

export type Execution = z.infer<typeof executionSchema>;

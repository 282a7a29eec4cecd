import * as z from 'zod/mini';

export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED', 'TIMED_OUT', 'PENDING_REDRIVE'] as const;
export type ExecutionStatus = (typeof executionStatuses)[number];

/** Dates come as seconds since the epoch. */
const instant = z.pipe(
  z.number(),
  z.transform((seconds) => seconds * 1000),
);

const summary = {
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  status: z.enum(executionStatuses),
  startDate: instant,
  stopDate: z.nullish(instant),
  redriveCount: z.nullish(z.number()),
};

/** An execution as ListExecutions gives it. Dates are epoch milliseconds. */
export const executionListItemSchema = z.looseObject(summary);
export type ExecutionListItem = z.infer<typeof executionListItemSchema>;

/** An execution as DescribeExecution gives it. `input` and `output` are JSON. */
export const describedExecutionSchema = z.looseObject({
  ...summary,
  input: z.nullish(z.string()),
  output: z.nullish(z.string()),
  error: z.nullish(z.string()),
  cause: z.nullish(z.string()),
  redriveStatus: z.nullish(z.string()),
  redriveStatusReason: z.nullish(z.string()),
  redriveDate: z.nullish(instant),
});
export type DescribedExecution = z.infer<typeof describedExecutionSchema>;

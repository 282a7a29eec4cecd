import * as z from 'zod/mini';

/**
 * Which execution it is, by the context object of Step Functions. A name is free again after 90 days, so the id alone
 * is not enough; a redrive keeps both.
 */
export const executionIdentitySchema = z.object({
  /** The execution's ARN: `$states.context.Execution.Id`. */
  id: z.string().check(z.minLength(1)),
  /** Instant, as Step Functions writes it: `$states.context.Execution.StartTime`. It is compared as text. */
  startedAt: z.string().check(z.minLength(1)),
});

export type ExecutionIdentity = z.infer<typeof executionIdentitySchema>;

export function sameExecution(one: ExecutionIdentity, other: ExecutionIdentity): boolean {
  return one.id === other.id && one.startedAt === other.startedAt;
}

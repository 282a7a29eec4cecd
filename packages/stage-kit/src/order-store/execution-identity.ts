import * as z from 'zod/mini';

/**
 * Which execution it is, by the context object of Step Functions. A name is free again after 90 days, so the id alone
 * is not enough; a redrive keeps both.
 */
export const executionIdentitySchema = z.object({
  /** The execution's ARN: `$states.context.Execution.Id`. Its name alone, where a definition is older than the store. */
  id: z.string().check(z.minLength(1)),
  /** Instant, as Step Functions writes it: `$states.context.Execution.StartTime`. It is compared as text. */
  startedAt: z.string().check(z.minLength(1)),
});

export type ExecutionIdentity = z.infer<typeof executionIdentitySchema>;

export function sameExecution(one: ExecutionIdentity, other: ExecutionIdentity): boolean {
  return nameOf(one) === nameOf(other) && one.startedAt === other.startedAt;
}

/** A table is one workflow's, and a name one execution's among those that began at its moment. */
function nameOf({ id }: ExecutionIdentity): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

import * as z from 'zod/mini';

/**
 * Which execution it is, by the context object of Step Functions. A name is free again after 90 days, so the id alone
 * is not enough; a redrive keeps both.
 */
export const executionIdentitySchema = z.object({
  /** The execution's ARN: `$states.context.Execution.Id`. Its name alone, where a definition is older than the store. */
  id: z.string(),
  /** Instant, as Step Functions writes it: `$states.context.Execution.StartTime`. It is compared as text. */
  startedAt: z.string(),
});

export type ExecutionIdentity = z.infer<typeof executionIdentitySchema>;

/** Two state machines work on one table, so a name alone says which execution it is only where there is nothing else. */
export function sameExecution(one: ExecutionIdentity, other: ExecutionIdentity): boolean {
  return one.startedAt === other.startedAt && (isNamed(one, other) || isNamed(other, one));
}

/** What an order remembers of an execution that it has answered for good. */
export function answerNote({ id, startedAt }: ExecutionIdentity): string {
  return `${id} ${startedAt}`;
}

function isNamed({ id }: ExecutionIdentity, { id: name }: ExecutionIdentity): boolean {
  return `:${id}`.endsWith(`:${name}`);
}

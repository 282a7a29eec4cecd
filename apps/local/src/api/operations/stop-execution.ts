import * as z from 'zod/mini';
import { arnField, defineOperation } from '../operation.ts';
import { executionOf } from '../resolve-arn.ts';

const request = z.strictObject({
  executionArn: arnField,
  error: z.optional(z.string().check(z.maxLength(256))),
  cause: z.optional(z.string().check(z.maxLength(32_768))),
});

/** Nothing happens to an execution that has ended: the answer says when it did. */
export const stopExecution = defineOperation('StopExecution', request, ({ executionArn, error, cause }, served) => {
  executionOf(served, executionArn);
  served.workflow.stop(executionArn, { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
  const { end } = executionOf(served, executionArn);
  if (!end) throw new Error(`${executionArn} runs, but not here`);
  return { stopDate: new Date(end.stoppedAt) };
});

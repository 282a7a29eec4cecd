import { ExecutionNotRedrivable } from '@order-workflow/asl-engine';
import * as z from 'zod/mini';
import { ApiError } from '../api-error.ts';
import { checkExecutionLimit } from '../execution-limit.ts';
import { arnField, defineOperation } from '../operation.ts';
import { executionOf } from '../resolve-arn.ts';

const request = z.strictObject({
  executionArn: arnField,
  clientToken: z.optional(z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[!-~]+$/, 'visible ASCII'))),
});

/** The same client token again within 15 minutes has the answer that it had: the SDKs repeat a call whose answer is lost. */
export const redriveExecution = defineOperation(
  'RedriveExecution',
  request,
  ({ executionArn, clientToken }, served) => {
    executionOf(served, executionArn);
    const before = served.redrives.find(executionArn, clientToken);
    if (before) return before;
    checkExecutionLimit(served);
    try {
      served.workflow.redrive(executionArn);
    } catch (problem) {
      if (!(problem instanceof ExecutionNotRedrivable)) throw problem;
      throw new ApiError(problem.name, problem.message);
    }
    const { redrivenAt = served.clock.now() } = executionOf(served, executionArn);
    const answer = { redriveDate: new Date(redrivenAt) };
    served.redrives.note(executionArn, clientToken, answer);
    return answer;
  },
);

import * as z from 'zod/mini';
import { ExecutionAlreadyExists } from '../../orders/execution-already-exists.ts';
import { ApiError } from '../api-error.ts';
import { checkExecutionName } from '../check-execution-name.ts';
import { checkExecutionLimit } from '../execution-limit.ts';
import { defineOperation } from '../operation.ts';
import { parseExecutionInput } from '../parse-execution-input.ts';
import { arnField } from '../request-fields.ts';
import { stateMachineOf } from '../state-machine-of.ts';

const request = z.strictObject({
  stateMachineArn: arnField,
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  input: z.optional(z.string()),
  traceHeader: z.optional(z.string().check(z.maxLength(256))),
});

/** Without a name the execution gets a UUID, as on AWS: the same order may then run twice, though nothing is done twice. */
export const startExecution = defineOperation('StartExecution', request, ({ stateMachineArn, name, input }, served) => {
  stateMachineOf(served, stateMachineArn);
  if (name !== undefined) checkExecutionName(name);
  const value = parseExecutionInput(input ?? '{}');
  try {
    return served.workflow.start(value, name, () => checkExecutionLimit(served));
  } catch (problem) {
    if (!(problem instanceof ExecutionAlreadyExists)) throw problem;
    throw new ApiError(problem.name, problem.message);
  }
});

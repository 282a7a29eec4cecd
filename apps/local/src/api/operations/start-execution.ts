import { findJsonProblem, placeInText } from '@order-workflow/order-domain/json';
import * as z from 'zod/mini';
import { ExecutionAlreadyExists } from '../../orders/execution-already-exists.ts';
import { ApiError } from '../api-error.ts';
import { checkExecutionLimit } from '../execution-limit.ts';
import { arnField, defineOperation } from '../operation.ts';
import { stateMachineOf } from '../resolve-arn.ts';

export const startRequest = z.strictObject({
  stateMachineArn: arnField,
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  input: z.optional(z.string()),
  traceHeader: z.optional(z.string().check(z.maxLength(256))),
});

/** Without a name the execution gets a UUID, as on AWS. Whose an order is that is started twice, the order store says. */
export const startExecution = defineOperation(
  'StartExecution',
  startRequest,
  ({ stateMachineArn, name, input }, served) => {
    const { arn } = stateMachineOf(served, stateMachineArn);
    const { workflow } = served;
    const start = arn === workflow.assembly.stateMachine.arn ? workflow.start : workflow.startCancellation;
    if (name !== undefined) checkExecutionName(name);
    const value = parseExecutionInput(input ?? '{}');
    try {
      return start(value, name, () => checkExecutionLimit(served));
    } catch (problem) {
      if (!(problem instanceof ExecutionAlreadyExists)) throw problem;
      throw new ApiError(problem.name, problem.message);
    }
  },
);

/** White space, brackets, wildcards, special and control characters, surrogates (StartExecution, "name"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]/;

/**
 * Checks the characters of an execution's name.
 *
 * @throws ApiError InvalidName, which says where the first forbidden one is: the name itself may name a person
 */
function checkExecutionName(name: string): void {
  const at = name.search(forbidden);
  if (at < 0) return;
  const code = `U+${name.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new ApiError(
    'InvalidName',
    `name: its character ${at + 1} is ${code}, expected no white space, no control character and none of < > { } [ ] ? * " # % \\ ^ | ~ \` $ & , ; : /`,
  );
}

/** The most that Step Functions takes as the input of an execution, in bytes of UTF-8 (quotas, "Maximum input or output size"). */
const largestInput = 262_144;

/**
 * The value that an input's text stands for.
 *
 * @throws ApiError ValidationException when it is too long, InvalidExecutionInput when it is not JSON, or would be changed by
 * being read, where AWS takes it
 */
function parseExecutionInput(text: string): unknown {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestInput)
    throw new ApiError('ValidationException', `input: ${bytes} bytes long, expected at most ${largestInput}`);
  const found = findJsonProblem(text);
  if (!found) return JSON.parse(text);
  const what = found.isJson ? 'cannot be read as it stands' : 'not JSON';
  // The place only: what stands there may be a person's.
  throw new ApiError('InvalidExecutionInput', `input: ${what}: ${placeInText(text, found.offset)}: ${found.problem}`);
}

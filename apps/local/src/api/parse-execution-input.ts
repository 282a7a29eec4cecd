import { findJsonFault } from '../cli/input/find-json-fault.ts';
import { ApiError } from './api-error.ts';

/** The most that Step Functions takes as the input of an execution, in bytes of UTF-8 (quotas, "Maximum input or output size"). */
const largestInput = 262_144;
/** A text nested deeper would exhaust the stack of whoever walks it. */
const deepestInput = 100;

/**
 * The value that an input's text stands for.
 *
 * @throws ApiError ValidationException when it is too long, InvalidExecutionInput when it is not JSON
 */
export function parseExecutionInput(text: string): unknown {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestInput)
    throw new ApiError('ValidationException', `input: ${bytes} bytes long, expected at most ${largestInput}`);
  const fault = findJsonFault(text, deepestInput);
  // The place only: what stands there may be a person's.
  if (fault)
    throw new ApiError('InvalidExecutionInput', `input: not JSON at character ${fault.offset + 1}: ${fault.problem}`);
  return JSON.parse(text);
}

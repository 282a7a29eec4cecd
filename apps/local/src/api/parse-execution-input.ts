import { findJsonProblem } from '../json/find-json-problem.ts';
import { placeInText } from '../json/place-in-text.ts';
import { ApiError } from './api-error.ts';

/** The most that Step Functions takes as the input of an execution, in bytes of UTF-8 (quotas, "Maximum input or output size"). */
const largestInput = 262_144;

/**
 * The value that an input's text stands for.
 *
 * @throws ApiError ValidationException when it is too long, InvalidExecutionInput when it is not JSON, or would be changed by
 * being read, where AWS takes it
 */
export function parseExecutionInput(text: string): unknown {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestInput)
    throw new ApiError('ValidationException', `input: ${bytes} bytes long, expected at most ${largestInput}`);
  const found = findJsonProblem(text);
  if (!found) return JSON.parse(text);
  const what = found.isJson ? 'cannot be read as it stands' : 'not JSON';
  // The place only: what stands there may be a person's.
  throw new ApiError('InvalidExecutionInput', `input: ${what}: ${placeInText(text, found.offset)}: ${found.problem}`);
}

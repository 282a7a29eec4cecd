import type { StateOutput } from '../dataflow/dialect.ts';
import { dataLimitExceeded, runtimeFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { isLargerThan } from '../json/json-size.ts';
import type { Fiber } from './fiber.ts';

/** What a state leaves behind: its output, and the state that follows, none at the end. */
export interface Transition {
  readonly next: string | undefined;
  readonly output: Json;
}

/** The most bytes of all variables of an execution together (Developer Guide, "Passing data between states with variables"). */
const storedVariablesLimit = 10 * 1024 * 1024;

/** What a state works on, if that is not larger than AWS lets it be; what merely passes through was measured where it came from. */
export function limitedArgument(fiber: Fiber, argument: Json): Json {
  if (argument !== fiber.input && isLargerThan(argument)) throw dataLimitExceeded(fiber.stateName, 'runtime');
  return argument;
}

/** Checks the quotas, records the state's exit and goes on. */
export function exitState(fiber: Fiber, { output, assigned }: StateOutput, next: string | undefined): Transition {
  // What merely passes through was measured where it came from.
  if (output !== fiber.input && isLargerThan(output)) throw dataLimitExceeded(fiber.stateName, 'runtime');
  if (assigned && isLargerThan(assigned))
    throw runtimeFailure('The size of the assigned variables exceeds the limit of 262144 bytes.');
  if (assigned && isLargerThan({ ...fiber.variables, ...assigned }, storedVariablesLimit))
    throw runtimeFailure(`The size of all variables exceeds the limit of ${storedVariablesLimit} bytes.`);
  fiber.exitState(output, assigned, next);
  return { next, output };
}

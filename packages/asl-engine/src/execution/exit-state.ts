import type { Leaving } from '../dataflow/dialect.ts';
import { dataLimitExceeded, runtimeFailure } from '../failure/state-failure.ts';
import { isLargerThan } from '../json/json-size.ts';
import type { Transition } from '../machine/compiled-machine.ts';
import type { Fiber } from './fiber.ts';

/** Checks the quotas, records the state's exit and goes on. */
export function leaveState(fiber: Fiber, leaving: Leaving, next: string | undefined): Transition {
  const { output, assigned } = leaving;
  // What merely passes through was measured where it came from.
  if (output !== fiber.input && isLargerThan(output)) throw dataLimitExceeded(fiber.stateName, 'runtime');
  if (assigned && isLargerThan(assigned))
    throw runtimeFailure('The size of the assigned variables exceeds the limit of 262144 bytes.');
  fiber.exitState(output, assigned, next);
  return { next, output };
}

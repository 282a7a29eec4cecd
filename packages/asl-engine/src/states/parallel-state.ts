import type { StateOutput } from '../dataflow/dialect.ts';
import { limitedArgument } from '../execution/exit-state.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { runChildFibers } from '../machine/child-fibers.ts';
import type { CompiledMachine } from '../machine/compiled-machine.ts';
import { compileErrorHandlers } from '../retry/compile-error-handlers.ts';
import { retryAndCatch } from '../retry/retry-and-catch.ts';
import type { CompileState } from './state-source.ts';
import { compileNext } from './state-source.ts';

/** Compiles a Parallel state (spec, "Parallel State"): runs its branches at the same time on the same input. */
export const compileParallelState: CompileState = ({ name, reader, dialect, compileMachine }) => {
  const next = compileNext(reader);
  const flow = dialect.compileFlow(reader);
  const handlers = compileErrorHandlers(reader, dialect);
  const branches = reader.objects('Branches').map((branch) => {
    branch.allowOnly(['StartAt', 'States', 'Comment'], 'those of a branch');
    return compileMachine(branch);
  });
  if (branches.length === 0) reader.error('Branches', 'must hold at least one branch.');

  const attempt = async (fiber: Fiber, input: Json): Promise<StateOutput> => {
    const argument = limitedArgument(fiber, await flow.argument(input, fiber));
    if (fiber.memo?.['begun'] !== true) {
      fiber.emit({ type: 'ParallelStateStarted' });
      fiber.remember({ begun: true });
    }
    const outputs = await runChildFibers(fiber, {
      count: branches.length,
      concurrency: branches.length,
      machineOf: (index) => branches[index] as CompiledMachine,
      begin: () => argument,
      onFailed: recordFailedTask,
    });
    return flow.output(input, outputs as Json, fiber);
  };
  return {
    name,
    type: 'Parallel',
    run: (fiber, input) => retryAndCatch({ handlers, next, attempt, onSucceeded, onGivenUp }, fiber, input),
  };
};

// A task that fails its branch is told as aborted besides; other states are not (recorded from AWS).
function recordFailedTask(child: Fiber): boolean {
  if (child.stateType === 'Task') child.emitAside({ type: 'TaskStateAborted' });
  return false;
}

function onSucceeded(fiber: Fiber): void {
  fiber.emitAside({ type: 'ParallelStateSucceeded' });
}

function onGivenUp(fiber: Fiber, failure: StateFailure): void {
  if (failure.kind !== 'runtime') fiber.emit({ type: 'ParallelStateFailed' });
}

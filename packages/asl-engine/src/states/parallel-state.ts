import { compileFlow } from '../dataflow/compile-flow.ts';
import type { Leaving } from '../dataflow/dialect.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { runChildLines } from '../machine/child-fibers.ts';
import type { CompiledMachine } from '../machine/compiled-machine.ts';
import { compileGuard, runGuarded } from '../retry/retry-and-catch.ts';
import { compileMachine } from './compile-machine.ts';
import { compileNext } from './compile-next.ts';
import type { CompileState } from './compile-state.ts';

/** Compiles a Parallel state (spec, "Parallel State"): runs its branches at the same time on the same input. */
export const compileParallelState: CompileState = (reader, name, names) => {
  const next = compileNext(reader);
  const flow = compileFlow(reader);
  const guard = compileGuard(reader);
  const branches = reader.objects('Branches').map((branch) => compileMachine(branch, names));
  if (branches.length === 0) reader.error('Branches', 'must hold at least one branch.');

  const attempt = async (fiber: Fiber, input: Json): Promise<Leaving> => {
    const argument = await flow.argument(input, fiber);
    if (fiber.memo?.['begun'] !== true) {
      fiber.emit({ type: 'ParallelStateStarted' });
      fiber.remember({ begun: true });
    }
    const outputs = await runChildLines(fiber, {
      count: branches.length,
      concurrency: branches.length,
      machineOf: (index) => branches[index] as CompiledMachine,
      begin: () => argument,
      onFailed: noteFailedTask,
    });
    return flow.leave(input, outputs as Json, fiber);
  };
  return {
    name,
    type: 'Parallel',
    run: (fiber, input) => runGuarded({ guard, next, attempt, onSucceeded, onGivenUp }, fiber, input),
  };
};

// A task that fails its branch is told as aborted besides; other states are not (recorded from AWS).
function noteFailedTask(child: Fiber): boolean {
  if (child.stateType === 'Task') child.emitAside({ type: 'TaskStateAborted' });
  return false;
}

function onSucceeded(fiber: Fiber): void {
  fiber.emitAside({ type: 'ParallelStateSucceeded' });
}

function onGivenUp(fiber: Fiber, failure: StateFailure): void {
  if (failure.kind !== 'runtime') fiber.emit({ type: 'ParallelStateFailed' });
}

import { Cancelled } from '../execution/cancellation.ts';
import { Fiber } from '../execution/fiber.ts';
import { StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import type { CompiledMachine } from './compiled-machine.ts';
import { runMachine } from './run-machine.ts';

/** The fibers below a Parallel or Map state, and what is told of them. */
export interface ChildFibers {
  readonly count: number;
  /** How many may run at the same time. */
  readonly concurrency: number;
  readonly machineOf: (index: number) => CompiledMachine;
  /** Called for each child, also one that goes on from an earlier life of the execution, or ended there (`isDone`). */
  readonly prepare?: (child: Fiber, index: number, isDone: boolean) => void;
  /** Gives the input of a child that begins now. */
  readonly begin: (child: Fiber, index: number) => Json | Promise<Json>;
  /** Called right before a child's first state is entered. */
  readonly onBegun?: (child: Fiber, index: number) => void;
  readonly onSucceeded?: (child: Fiber, index: number) => void;
  /** Called with a child's output, also with one that an earlier life of the execution came to. */
  readonly onOutput?: (child: Fiber, index: number, output: Json) => void;
  /** Called for a child that failed; true when the others may go on. */
  readonly onFailed: (child: Fiber, index: number, failure: StateFailure) => boolean;
  /** Given how to change, while they run, how many may run at the same time. */
  readonly onControl?: (setConcurrency: (most: number) => void) => void;
  /** Called for a child that was cancelled because another one failed. */
  readonly onAborted?: (child: Fiber, index: number) => void;
}

/**
 * Runs the fibers below a state and gives their outputs, undefined for those that failed and were tolerated. The first failure that
 * is not tolerated cancels the others and is thrown. Fibers that an earlier life of the execution finished are not run again.
 */
export async function runChildFibers(parent: Fiber, fibers: ChildFibers): Promise<(Json | undefined)[]> {
  const outputs = new Array<Json | undefined>(fibers.count);
  const children = new Set<Fiber>();
  let next = 0;
  let failed: unknown;
  let { concurrency } = fibers;
  let working = 0;

  const work = async (): Promise<void> => {
    let lastEventId = parent.lastEventId;
    while (next < fibers.count && failed === undefined && working <= concurrency) {
      const index = next++;
      const child = new Fiber(parent.runtime, parent, index);
      child.lastEventId = lastEventId;
      children.add(child);
      try {
        outputs[index] = await runChild(parent, child, index, fibers);
        lastEventId = child.lastEventId;
      } catch (problem) {
        if (!isTolerated(problem, child, index, fibers)) fail(problem, child);
      } finally {
        children.delete(child);
        child.cancellation.end();
      }
    }
    working--;
    parent.lastEventId = Math.max(parent.lastEventId, lastEventId);
  };
  const fail = (problem: unknown, child: Fiber) => {
    if (failed !== undefined) return;
    failed = problem;
    parent.lastEventId = Math.max(parent.lastEventId, child.lastEventId);
    for (const other of children) if (other !== child) other.cancellation.cancel();
  };

  const workers: Promise<void>[] = [];
  const employ = () => {
    for (let wanted = Math.min(concurrency - working, fibers.count - next); wanted > 0; wanted--) {
      working++;
      workers.push(work());
    }
  };
  fibers.onControl?.((most) => {
    concurrency = most;
    if (failed === undefined) employ();
  });
  employ();
  while (workers.length > 0) await Promise.all(workers.splice(0));
  parent.cancellation.throwIfCancelled();
  if (failed !== undefined) throw failed;
  return outputs;
}

async function runChild(parent: Fiber, child: Fiber, index: number, fibers: ChildFibers): Promise<Json> {
  const snapshot = parent.runtime.checkpoints.takeRestored(child.path);
  fibers.prepare?.(child, index, snapshot?.done !== undefined);
  if (snapshot?.done) {
    child.lastEventId = snapshot.lastEventId;
    fibers.onOutput?.(child, index, snapshot.done.output);
    return snapshot.done.output;
  }
  if (snapshot) child.restore(snapshot);
  const machine = fibers.machineOf(index);
  const input = snapshot ? snapshot.input : await inputOf(child, index, fibers);
  if (!snapshot) fibers.onBegun?.(child, index);
  const output = await runMachine(machine, child, input);
  fibers.onSucceeded?.(child, index);
  fibers.onOutput?.(child, index, output);
  child.finish(output);
  return output;
}

// Not in one step with telling its start: that must come in the same breath as its first state (see rememberForRestart).
async function inputOf(child: Fiber, index: number, fibers: ChildFibers): Promise<Json> {
  try {
    return await fibers.begin(child, index);
  } catch (problem) {
    fibers.onBegun?.(child, index);
    throw problem;
  }
}

function isTolerated(problem: unknown, child: Fiber, index: number, fibers: ChildFibers): boolean {
  if (problem instanceof Cancelled) {
    if (!child.runtime.history.ended && !child.parent?.cancellation.cancelled) fibers.onAborted?.(child, index);
    return true;
  }
  return problem instanceof StateFailure && fibers.onFailed(child, index, problem);
}

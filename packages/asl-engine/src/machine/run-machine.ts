import { Cancelled } from '../execution/cancellation.ts';
import type { Transition } from '../execution/exit-state.ts';
import type { Fiber } from '../execution/fiber.ts';
import { transitionsPerTurn } from '../execution/scheduler.ts';
import { StateFailure } from '../failure/state-failure.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { recordFailure } from '../retry/retry-and-catch.ts';
import type { CompiledMachine, CompiledState } from './compiled-machine.ts';

const abortable = new Set(['Task', 'Wait', 'Parallel', 'Map']);

/**
 * Leads a fiber from state to state until the machine ends, and gives its output. Rejects with StateFailure, placed in the
 * state that failed, or with Cancelled. A fiber that was restored goes on in the state it was in.
 */
export async function runMachine(machine: CompiledMachine, fiber: Fiber, start: Json): Promise<Json> {
  let input = start;
  let state = stateNamed(machine, machine.startAt);
  if (fiber.stateName === '') {
    fiber.enterState(state.name, state.type, input);
  } else {
    state = stateNamed(machine, fiber.stateName);
    input = fiber.input;
  }
  for (let count = 1; ; count++) {
    const { next, output } = leftBefore(fiber) ?? (await runState(state, fiber, input));
    if (next === undefined) return output;
    if (count % transitionsPerTurn === 0) await fiber.runtime.scheduler.pause((instant) => fiber.waitUntil(instant));
    fiber.cancellation.throwIfCancelled();
    state = stateNamed(machine, next);
    input = output;
    fiber.enterState(state.name, state.type, input);
  }
}

function stateNamed(machine: CompiledMachine, name: string): CompiledState {
  const state = machine.states.get(name);
  if (!state) throw new Error(`The state '${name}' is missing; parseDefinition should have refused the definition.`);
  return state;
}

// A state that an earlier life of the execution had left, but not yet gone on from.
function leftBefore(fiber: Fiber): Transition | undefined {
  const left = fiber.memo?.['left'];
  if (!isJsonObject(left)) return undefined;
  const { next, output = null } = left;
  return { next: typeof next === 'string' ? next : undefined, output };
}

async function runState(state: CompiledState, fiber: Fiber, input: Json) {
  try {
    const transition = state.run(fiber, input);
    return transition instanceof Promise ? await transition : transition;
  } catch (problem) {
    if (problem instanceof Cancelled) recordAbort(fiber);
    throw problem instanceof StateFailure ? recordFailure(fiber, problem) : problem;
  }
}

// The end of the whole execution aborts its states silently; only a branch's end among others is told.
function recordAbort(fiber: Fiber): void {
  if (!fiber.runtime.history.ended && fiber.parent && abortable.has(fiber.stateType))
    fiber.emitAside({ type: `${fiber.stateType}StateAborted` });
}

import type { Transition } from '../execution/exit-state.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { Json } from '../json/json.ts';

/** A state, compiled to what it does once it has been entered; it records its own exit. */
export interface CompiledState {
  readonly name: string;
  readonly type: string;
  readonly run: (fiber: Fiber, input: Json) => Transition | Promise<Transition>;
}

/** States that lead to one another: a whole machine, a branch, an item processor. */
export interface CompiledMachine {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, CompiledState>;
}

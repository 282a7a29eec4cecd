import type { Diagnostic } from '../definition/diagnostic.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { Json } from '../json/json.ts';

/** What a state leaves behind: its output, and the state that follows, none at the end. */
export interface Transition {
  readonly next: string | undefined;
  readonly output: Json;
}

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

/** A checked and compiled definition; `execute` runs it any number of times. */
export interface MachineDefinition extends CompiledMachine {
  readonly comment: string | undefined;
  readonly queryLanguage: 'JSONPath' | 'JSONata';
  /** Seconds an execution may take. */
  readonly timeoutSeconds: number | undefined;
  /** What is worth a look but no obstacle. */
  readonly warnings: readonly Diagnostic[];
  /** The definition as it was given. */
  readonly source: Json;
}

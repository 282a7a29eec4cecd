import type { Fiber } from '../execution/fiber.ts';
import type { Json, JsonObject } from '../json/json.ts';

/** What leaves a state: its output, and the variables it assigns. */
export interface Leaving {
  readonly output: Json;
  readonly assigned: JsonObject | undefined;
}

/** How data goes through a state, whatever the query language. All methods throw, or reject with, StateFailure. */
export interface DataFlow {
  /** What the state works on: Arguments, or InputPath and Parameters. */
  argument(input: Json, fiber: Fiber): Json | Promise<Json>;
  /** Output and variables: Output and Assign, or ResultSelector, ResultPath, OutputPath and Assign. No `result` means the argument. */
  leave(input: Json, result: Json | undefined, fiber: Fiber, argument?: Json): Leaving | Promise<Leaving>;
}

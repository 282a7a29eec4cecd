import type { Json, JsonObject } from '../json/json.ts';
import type { RandomSource } from '../random/random-source.ts';

/** What an expression can see besides its input. */
export interface EvaluationContext {
  /** The workflow variables in scope, by name without the dollar sign. */
  readonly variables: JsonObject;
  readonly random: RandomSource;
  /** The context object, `$$` or `$states.context`. */
  contextObject(): Json;
  /** Epoch milliseconds. */
  now(): number;
  /** Says that work begins which the clock cannot see; virtual time stands still until the returned function is called. */
  beginWork(): () => void;
}
